import { expect, it } from 'vitest';
import { nextRoundIn } from './cadence.ts';

it.each([
  ['at once where nothing was ever called', { freeInMs: 0, sinceRoundMs: null }, 0],
  ['a little before the slot after a restart', { freeInMs: 6000, sinceRoundMs: null }, 4500],
  ['a little before the slot after a round', { freeInMs: 9800, sinceRoundMs: 280 }, 8300],
  ['at once where the slot is about to come', { freeInMs: 900, sinceRoundMs: 9000 }, 0],
  ['at once after a long round', { freeInMs: 0, sinceRoundMs: 45_000 }, 0],
  ['a spacing after a round that never got to its list call', { freeInMs: 0, sinceRoundMs: 200 }, 8300],
])('is due %s', (_, given, expected) => {
  expect(nextRoundIn({ ...given, spacingMs: 10_000 })).toBe(expected);
});
