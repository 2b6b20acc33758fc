import { describe, expect, it } from 'vitest';
import { factWords, outcomeWords, rowName } from './row-words.ts';
import { row } from './test-rows.ts';

const now = Date.parse(new Date('2026-11-22T09:41:00').toISOString());
const receivedAt = new Date('2026-11-22T09:40:15').toISOString();

describe('the name of a row', () => {
  it('says how urgent, what, which declaration, when and in which state', () => {
    expect(rowName(row({ receivedAt }), now)).toBe(
      'Act, Rejected: 2 errors, MRN 26GBC7K2M9Q4XZTAR3, LRN HF-2026-118842, DMSREJ, 09:40, New',
    );
  });

  it('leaves out what is not known and what is not urgent, and then names the source', () => {
    const plain = row({ receivedAt, attention: 'info', subject: null, state: 'acknowledged' });
    expect(rowName(plain, now)).toBe('Rejected: 2 errors, HMRC CDS, DMSREJ, 09:40, Acknowledged');
  });

  it('says what decides beside the title, and by when', () => {
    const deadline = new Date('2026-11-22T14:20:00').toISOString();
    const control = row({
      ...{ receivedAt, deadline, title: 'Inspection required', type: 'GMR', mrn: null, lrn: null },
      ...{ subject: 'GMR GMRA00002KW2', keyFact: 'customs inspection at Sevington' },
    });
    expect(rowName(control, now)).toBe(
      'Act, Inspection required, customs inspection at Sevington, by 14:20, GMR GMRA00002KW2, GMR, 09:40, New',
    );
  });

  it('does not say twice what a payment is named by', () => {
    const keyFact = '75.50 USD to Harbour Café';
    expect(factWords(row({ keyFact, subject: keyFact }), now)).toBeNull();
  });

  it('says in the place of how urgent that another message has settled it', () => {
    expect(rowName(row({ receivedAt, settled: true }), now)).toMatch(/^Settled, Rejected: 2 errors, /);
  });

  it('never grows with what a stranger wrote', () => {
    const long = 'x'.repeat(10_000);
    expect(rowName(row({ title: long, subject: long, keyFact: long, type: long }), now).length).toBeLessThan(
      900,
    );
  });
});

describe('the words for an acknowledgement', () => {
  it('name its place on the way, or the reason why it is not on it', () => {
    expect([
      outcomeWords({ kind: 'leaving', seconds: 7 }),
      outcomeWords({ kind: 'sent' }),
      outcomeWords({ kind: 'not-sent', reason: 'network-unreachable' }),
    ]).toEqual(['Leaves in 7 s', 'Sent', 'Not sent: No connection']);
  });
});
