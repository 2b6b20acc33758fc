import { expect, it } from 'vitest';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import { watchNetwork } from './network-watch.ts';

it('tells of changes, and never of how it was at the start', async () => {
  const clock = createFakeClock();
  const told: boolean[] = [];
  const ending = new AbortController();
  let online = false;
  const watching = watchNetwork({
    clock,
    isOnline: () => online,
    onChange: (now) => told.push(now),
    signal: ending.signal,
  });
  await clock.advance(60_000);
  expect(told).toEqual([]);
  online = true;
  await clock.advance(60_000);
  online = false;
  await clock.advance(60_000);
  ending.abort();
  await watching;
  expect(told).toEqual([true, false]);
});
