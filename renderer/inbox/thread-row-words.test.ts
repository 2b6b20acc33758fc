import { describe, expect, it } from 'vitest';
import type { QuietNotice } from '../../shared/quiet.ts';
import { row, threadRow } from './test-rows.ts';
import {
  limitWords,
  messageWords,
  newestWords,
  quietLabel,
  threadRowName,
  threadTitle,
} from './thread-row-words.ts';

const local = (text: string) => new Date(text).toISOString();
const now = Date.parse(local('2026-11-22T10:00:00'));
const notice = (rule: QuietNotice['rule']): QuietNotice => ({
  rule,
  at: local('2026-11-22T04:00:00'),
  noticedAt: local('2026-11-22T08:00:00'),
});

describe('the line of a thread', () => {
  it('says what has become of it, and what came last', () => {
    const one = threadRow(['9', '7']);
    expect([threadTitle(one), newestWords(one)]).toEqual(['Documents wanted', 'Documents wanted by 14:20']);
  });

  it('does not say the same twice', () => {
    const plain = { ...threadRow(['9'], { status: null }), title: 'Movement released', type: 'IE029' };
    expect([threadTitle(plain), newestWords(plain)]).toEqual(['Movement released', 'IE029']);
  });

  it('counts its notifications and what is new of them', () => {
    expect([
      messageWords(threadRow(['9', '7', '2'], { fresh: 1 })),
      messageWords(threadRow(['9', '7'])),
      messageWords(threadRow(['9'], { state: 'acknowledged', fresh: 0 })),
      messageWords({ ...threadRow(['9', '7']), state: 'acknowledged' }),
      messageWords(row()),
    ]).toEqual(['3 notifications, 1 new', '2 new', '1 notification', '2 notifications', '1 new']);
  });

  it('tells how its limit stands', () => {
    expect([
      limitWords(local('2026-11-22T14:29:00'), now),
      limitWords(local('2026-11-22T08:00:00'), now),
    ]).toEqual(['4 h 29 min left', '2 h over']);
  });

  it('names the first silence and how many more there are', () => {
    const labels = [[], [notice('clearance')], [notice('clearance'), notice('final-tax')]].map((quiet) =>
      quietLabel({ quiet }),
    );
    expect(labels).toEqual([null, 'Not cleared yet', 'Not cleared yet, and 1 more']);
  });
});

describe('the name of a thread for a screen reader', () => {
  const receivedAt = local('2026-11-22T09:40:15');

  it('says how urgent, what, until when, which, and what is missing', () => {
    const known = threadRow(['9', '7', '2'], { fresh: 2, quiet: [notice('documents')] });
    const status = { ...known.thread!.status!, deadline: local('2026-11-22T14:20:00') };
    const one = { ...known, receivedAt, thread: { ...known.thread!, status } };
    expect(threadRowName(one, now)).toBe(
      'Act, Documents wanted, by Sun 22 Nov 14:20:00, MRN 26GBC7K2M9Q4XZTAR3, LRN HF-2026-118842, import, gone quiet: Documents due, 3 notifications, 2 new, last Documents wanted by 14:20 09:40, New',
    );
  });

  it('never grows with what a stranger wrote', () => {
    const long = 'x'.repeat(10_000);
    const one = { ...threadRow(['9'], { mrn: long, lrn: long, status: null }), title: long, type: long };
    expect(threadRowName(one, now).length).toBeLessThan(1100);
  });
});
