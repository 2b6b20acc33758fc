import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatewayError } from '../simulators/hmrc-gateway/answers.ts';
import { BoxWorld, MINUTE, SECOND } from '../simulators/ppns/box-world.ts';

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      many: fc.integer({ min: 1, max: 3 }),
      late: fc.integer({ min: 0, max: 280 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('burst' as const),
      many: fc.integer({ min: 80, max: 260 }),
      spreadMs: fc.constantFrom(0, 1, 400, 60_000),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('poll' as const), times: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('acknowledge' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('fail' as const), times: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('sleep' as const), minutes: fc.integer({ min: 1, max: 200 }) }),
  },
);

it('every message that the box held ends here, or lies in a gap that was reported', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const run = new BoxWorld();
      for (const todo of steps) await play(run, todo);
      run.upstream.intercept = () => null;
      // Stragglers show within five minutes, and what was read in a hurry is read again within ten.
      await run.pollFor(16 * MINUTE);
      await run.pollUntilDrained();
      const gaps = run.keeper.gaps;
      const missed = run.upstream.ppns
        .items(run.box)
        .filter(({ notificationId }) => !run.keeper.messages.has(notificationId))
        .filter(({ createdAt }) => !gaps.some(({ from, to }) => createdAt >= from && createdAt <= to));
      expect(missed).toEqual([]);
      expect(gaps.filter(({ from, to }) => to - from > 1)).toEqual([]);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 25_000 },
  );
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function play(run: BoxWorld, todo: Step): Promise<void> {
  switch (todo.do) {
    case 'post':
      for (let n = 0; n < todo.many; n += 1) run.post({ late: todo.late * SECOND });
      return;
    case 'burst':
      for (let n = 0; n < todo.many; n += 1) run.post({ ago: Math.floor(run.random() * todo.spreadMs) });
      return;
    case 'poll':
      for (let n = 0; n < todo.times; n += 1) await run.poll();
      return;
    case 'restart':
      run.restart();
      return;
    case 'acknowledge':
      run.upstream.ppns.acknowledgeElsewhere(
        run.box,
        run.upstream.ppns
          .items(run.box)
          .slice(0, 20)
          .map(({ notificationId }) => notificationId),
      );
      return;
    case 'fail': {
      run.upstream.intercept = () => gatewayError('serverError', 'json');
      for (let n = 0; n < todo.times; n += 1) await run.poll();
      run.upstream.intercept = () => null;
      return;
    }
    case 'crash': {
      // Killed after the answer came and before anything of it was kept.
      const { cursor, messages, upstream } = run.keeper;
      const held = new Map(messages);
      const statuses = new Map(upstream);
      await run.poll();
      run.keeper.cursor = cursor;
      messages.clear();
      upstream.clear();
      held.forEach((message, id) => messages.set(id, message));
      statuses.forEach((status, id) => upstream.set(id, status));
      run.restart();
      return;
    }
    case 'sleep':
      run.clock.suspend(todo.minutes * MINUTE);
      return;
  }
}
