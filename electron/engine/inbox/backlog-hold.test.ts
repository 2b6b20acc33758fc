import { describe, expect, it } from 'vitest';
import { notificationRow } from '../../../test/support/notification-row.ts';
import { isHeldByBacklog } from './backlog-hold.ts';

const MINUTE = 60_000;
const received = Date.parse('2026-11-22T09:00:00.000Z');
const at = (ms: number) => new Date(ms).toISOString();
const late = (minutes: number, known: Parameters<typeof notificationRow>[0] = {}) =>
  notificationRow({
    ...{ kind: 'dms', receivedAt: at(received), issuedAt: at(received - minutes * MINUTE) },
    ...known,
  });
/** How many minutes a message is held that came `minutes` late. */
const heldFor = (row: ReturnType<typeof late>): number => {
  let held = 0;
  while (isHeldByBacklog(row, received + held * MINUTE) && held < 10_000) held += 0.5;
  return held;
};

describe('an alert in a backlog', () => {
  it.each([
    ['a declaration’s message of this moment', late(0), 1],
    ['one from before the clock was set back', late(-30), 1],
    ['one of a quarter of an hour ago', late(15), 15],
    ['one of last night', late(600), 60],
    ['one without its time', late(0, { issuedAt: null }), 1],
    ['a movement’s of this moment', late(0, { kind: 'ppns' }), 0],
    ['a movement’s of half an hour ago', late(30, { kind: 'ppns' }), 30],
    ['a payment’s of last night', late(600, { kind: 'payment' }), 60],
    ['what nothing settles', late(600, { kind: 'file-upload' }), 0],
    ['one whose limit falls into the wait', late(600, { deadline: at(received + 30 * MINUTE) }), 1],
    ['one whose limit is far', late(600, { deadline: at(received + 61 * MINUTE) }), 60],
  ])('for %s waits for its rest a bounded time', (_what, row, minutes) => {
    expect(heldFor(row)).toBe(minutes);
  });
});
