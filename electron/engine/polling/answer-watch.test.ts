import { expect, it } from 'vitest';
import { createFakeClock } from '../../../test/support/fake-clock.ts';
import { watchAnswers } from './answer-watch.ts';

it('tells since when an answer is overdue, and that it has come', async () => {
  const clock = createFakeClock({ wall: 1_000 });
  const told: (number | null)[] = [];
  const watch = watchAnswers(clock, () => told.push(watch.overdueSince()));
  const quick = watch.sent();
  await clock.advance(9_999);
  quick();
  const slow = watch.sent();
  await clock.advance(5_000);
  const slower = watch.sent();
  await clock.advance(20_000);
  slow();
  slower();
  await clock.advance(60_000);
  expect(told).toEqual([10_999, 10_999, 15_999, null]);
});
