import { describe, expect, it } from 'vitest';
import { outcomeWords, rowName } from './row-words.ts';
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
    const plain = row({ receivedAt, attention: 'info', mrn: null, lrn: null, state: 'acknowledged' });
    expect(rowName(plain, now)).toBe('Rejected: 2 errors, HMRC CDS, DMSREJ, 09:40, Acknowledged');
  });

  it('never grows with what a stranger wrote', () => {
    const long = 'x'.repeat(10_000);
    expect(rowName(row({ title: long, mrn: long, lrn: long, type: long }), now).length).toBeLessThan(900);
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
