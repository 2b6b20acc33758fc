import { expect, it } from 'vitest';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import { coalesced } from './coalesced.ts';

it('runs at once, then once for all that came meanwhile, and rests again', async () => {
  const clock = createFakeClock();
  const ran: number[] = [];
  const poke = coalesced(clock, 100, () => void ran.push(clock.trueTime()));
  poke();
  for (let count = 0; count < 1_000; count += 1) poke();
  await clock.advance(50);
  poke();
  await clock.advance(1_000);
  poke();
  await clock.advance(1_000);
  expect(ran).toEqual([0, 100, 1_050]);
});

it('never runs twice at a time', async () => {
  const clock = createFakeClock();
  let running = 0;
  let most = 0;
  let runs = 0;
  const poke = coalesced(clock, 0, async () => {
    runs += 1;
    running += 1;
    most = Math.max(most, running);
    await clock.sleep(500);
    running -= 1;
  });
  poke();
  await clock.advance(100);
  poke();
  await clock.advance(2_000);
  poke();
  await clock.advance(2_000);
  expect({ runs, most }).toEqual({ runs: 3, most: 1 });
});
