import { expect, it } from 'vitest';
import { restartDelayMs } from './restart-backoff.ts';

it('waits longer after each end in a row, and a minute at most', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 1000].map(restartDelayMs)).toEqual([
    1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 60_000, 60_000,
  ]);
});
