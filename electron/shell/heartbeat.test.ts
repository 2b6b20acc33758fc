import { expect, it } from 'vitest';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import { watchHeartbeat } from './heartbeat.ts';

function setUp(process: { answers: boolean; isAtWork: boolean; mayTakeLong?: boolean }) {
  const clock = createFakeClock({ wall: 0 });
  const told: string[] = [];
  const heartbeat = watchHeartbeat({
    clock,
    ping: () => {
      if (process.answers) void clock.sleep(1).then(() => heartbeat.heard());
    },
    isAtWork: () => process.isAtWork,
    mayTakeLong: () => process.mayTakeLong ?? false,
    onSilent: (since) => told.push(`silent since ${since}`),
    onBack: () => told.push(`back at ${clock.now()}`),
    onLost: (why) => told.push(why),
  });
  return { clock, told, heartbeat };
}

it('a process that answers is never told of', async () => {
  const { clock, told } = setUp({ answers: true, isAtWork: false });
  await clock.advance(3_600_000);
  expect(told).toEqual([]);
});

it('a process that is stopped is told of once and then given up', async () => {
  const process = { answers: true, isAtWork: false };
  const { clock, told } = setUp(process);
  await clock.advance(10_001);
  process.answers = false;
  await clock.advance(600_000);
  expect(told).toEqual(['silent since 10001', 'no answer for 22 s, and no sign of work']);
});

it('a process that computes is given up after five minutes, but not while it opens its archive', async () => {
  const busy = setUp({ answers: false, isAtWork: true });
  const opening = setUp({ answers: false, isAtWork: true, mayTakeLong: true });
  for (const { clock } of [busy, opening]) await clock.advance(3_600_000);
  expect([busy.told, opening.told]).toEqual([['silent since 0', 'no answer for 302 s'], ['silent since 0']]);
});

it('what a little work or one answer interrupts is silence of its own', async () => {
  const process = { answers: false, isAtWork: false };
  const { clock, told } = setUp(process);
  for (let round = 0; round < 5; round += 1) {
    await clock.advance(18_000);
    process.isAtWork = true;
    await clock.advance(2_000);
    process.isAtWork = false;
  }
  process.answers = true;
  await clock.advance(2_001);
  expect(told).toEqual(['silent since 0', 'back at 102001']);
});

it('a laptop that slept, or a clock that jumped, begins the count anew', async () => {
  const { clock, told } = setUp({ answers: false, isAtWork: false });
  await clock.advance(7_000);
  clock.suspend(8 * 3_600_000);
  await clock.advance(1_000);
  await clock.advance(5_000);
  expect(told).toEqual([]);
});

it('ends with its process', async () => {
  const { clock, told, heartbeat } = setUp({ answers: false, isAtWork: false });
  heartbeat.end();
  await clock.advance(600_000);
  expect([told, clock.sleepers()]).toEqual([[], 0]);
});
