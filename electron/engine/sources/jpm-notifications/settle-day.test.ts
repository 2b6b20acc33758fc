import { expect, it } from 'vitest';
import { openCursor, type JpmCursor } from './cursor.ts';
import { startOf, type Day } from './day.ts';
import { endAbsence, putLast, settleDay } from './settle-day.ts';
import type { WalkedDay } from './walk-day.ts';

const NOW = Date.parse('2026-11-22T09:00:00.000Z');

const walked = (day: Day, isFull: boolean): WalkedDay => ({
  day,
  counts: [0, 0, isFull ? 1 : 0],
  found: new Map(
    isFull
      ? [
          [
            day,
            {
              ...{ remoteId: day, payload: new Uint8Array(), contentType: 'application/json' },
              ...{ envelope: {}, upstream: 'delivered', createdAt: null },
            },
          ],
        ]
      : [],
  ),
  hasDelivered: isFull,
  isStatusIgnored: false,
});

it('has a day wait behind others no longer once it was read', () => {
  const once = putLast({ ...openCursor(null, 'who'), owed: ['2026-11-19', '2026-11-18'] }, '2026-11-18');
  const twice = putLast(putLast(once, '2026-11-19'), '2026-11-18');
  const { owed, failed } = settleDay(twice, walked('2026-11-18', false), NOW);
  expect([once.failed, twice.failed, owed, failed]).toEqual([
    ['2026-11-18'],
    ['2026-11-19', '2026-11-18'],
    ['2026-11-19'],
    ['2026-11-19'],
  ]);
});

it.each([
  ['in order', ['18', '17', '16', '15']],
  ['one that failed at first', ['18', '16', '15', '17']],
  ['newer ones that failed at first', ['16', '15', '18', '17']],
])('finds the same lost after an absence, whatever order days are read in: %s', (_, order) => {
  const days = order.map((day) => `2026-11-${day}`);
  const since = startOf('2026-11-16');
  const away = { since, until: NOW, gone: null, oldestFull: null };
  // Of what was there until the 16th nothing is left, and the 17th has come since.
  const before: JpmCursor = {
    ...openCursor(null, 'who'),
    owed: days,
    full: ['2026-11-16', '2026-11-15'],
    away,
  };
  const after = days.reduce((held, day) => settleDay(held, walked(day, day > '2026-11-16'), NOW), before);
  expect(endAbsence(after).lost).toEqual({
    from: since,
    to: startOf('2026-11-17'),
    before: '2026-11-17',
  });
});
