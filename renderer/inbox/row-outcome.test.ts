import { describe, expect, it } from 'vitest';
import type { Mark } from './marks.ts';
import { hasSettled, rowOutcome } from './row-outcome.ts';
import { row } from './test-rows.ts';

const now = Date.parse('2026-11-22T09:41:00.000Z');
const leavesAt = '2026-11-22T09:41:07.000Z';
const done = row({ state: 'acknowledged' });
const refused: Mark = {
  phase: 'refused',
  failure: { reason: 'store-full', detail: null, status: null, code: null, retryAfterMs: null },
};

describe('the outcome of an acknowledgement', () => {
  it('goes from leaving over sending to sent', () => {
    expect([
      rowOutcome({ ...done, leavesAt }, undefined, true, now),
      rowOutcome({ ...done, leavesAt }, undefined, true, now + 7000),
      rowOutcome({ ...done, leavesAt, upstream: 'acknowledged' }, undefined, true, now + 9000),
    ]).toEqual([{ kind: 'leaving', seconds: 7 }, { kind: 'sending' }, { kind: 'sent' }]);
  });

  it('ends here where the source keeps no such mark', () => {
    expect(rowOutcome({ ...done, upstream: null }, undefined, false, now)).toEqual({ kind: 'here' });
  });

  it('carries the reason where the source did not take it, and where it was not stored', () => {
    expect([
      rowOutcome({ ...done, acknowledgeFailure: 'network-unreachable' }, undefined, true, now),
      rowOutcome(row(), refused, true, now),
    ]).toEqual([
      { kind: 'not-sent', reason: 'network-unreachable' },
      { kind: 'refused', failure: refused.failure },
    ]);
  });

  it('is none for a new row', () => {
    expect(rowOutcome(row(), undefined, true, now)).toEqual({ kind: 'none' });
  });
});

describe('a row in sight', () => {
  it('has settled when it was sent, kept here or undone, after it could be read', () => {
    const soon = now + 1000;
    const late = now + 60_000;
    expect([
      hasSettled({ ...done, upstream: 'acknowledged' }, now, true, soon),
      hasSettled({ ...done, upstream: 'acknowledged' }, now, true, late),
      hasSettled({ ...done, upstream: null }, now, false, late),
      hasSettled(row(), now, true, late),
    ]).toEqual([false, true, true, true]);
  });

  it('has not settled while it is on its way or has failed', () => {
    const late = now + 60_000;
    expect([
      hasSettled({ ...done, leavesAt }, now, true, late),
      hasSettled({ ...done, acknowledgeFailure: 'timed-out' }, now, true, late),
    ]).toEqual([false, false]);
  });
});
