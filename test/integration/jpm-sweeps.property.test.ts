import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jpmSource } from '../../electron/engine/sources/jpm-notifications/jpm-source.ts';
import type { UpstreamStatus } from '../../shared/notification.ts';
import { seeded } from '../simulators/cds/chance.ts';
import type { DeliveryPlan } from '../simulators/jpm/delivery.ts';
import { jpmEvents } from '../simulators/jpm/events/jpm-events.ts';
import { jpmFaults } from '../simulators/jpm/faults.ts';
import { inProcessJpm } from '../simulators/jpm/in-process.ts';
import { deliveryOf } from '../simulators/jpm/notification-shelf.ts';
import { spacingOf } from '../simulators/jpm/sweeps.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createSourceHarness, keeperContext, type MadeCall } from '../support/source-harness.ts';
import { DAY, HOUR, jpmAccount } from './jpm-source-world.ts';

const SECOND = 1000;

/** A message on its way: when it turns from pending to sent or failed, and from failed to sent. */
const row = fc.record({
  do: fc.constant('post' as const),
  /** How long ago it came to be: seconds, so that it moves during a walk, or days. */
  agoMs: fc.oneof(fc.nat(20 * SECOND), fc.nat(6 * DAY)),
  lateMs: fc.constantFrom(0, 0, 4 * SECOND, HOUR, 2 * DAY),
  leavesMs: fc.oneof(fc.nat(30 * SECOND), fc.nat(2 * DAY)),
  againMs: fc.oneof(fc.nat(15 * SECOND), fc.nat(DAY)),
  fails: fc.boolean(),
  copies: fc.integer({ min: 1, max: 3 }),
});

const FAULTS = {
  throttled: jpmFaults.throttled('5'),
  down: jpmFaults.serverError(),
  page: jpmFaults.html(502),
  refused: jpmFaults.unauthorised(),
  half: { kind: 'truncated-body' },
  lost: { kind: 'drop-after-handling' },
} as const;

const step = fc.oneof(
  { weight: 6, arbitrary: row },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('poll' as const), times: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom(...(Object.keys(FAULTS) as (keyof typeof FAULTS)[])),
      skip: fc.nat(12),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('sleep' as const),
      ms: fc.oneof(fc.nat(2 * HOUR), fc.nat(3 * DAY)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const settings = fc.record({
  timeZone: fc.constantFrom('UTC' as const, 'America/New_York' as const),
  dayOf: fc.constantFrom('creation' as const, 'delivery' as const),
  order: fc.constantFrom('oldest-first' as const, 'newest-first' as const, 'shuffled' as const),
  nothingFound: fc.constantFrom('empty-list' as const, 'not-found' as const),
});

it('what is kept is what there was, each as it was delivered, whatever moves or fails meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(settings, fc.array(step, { minLength: 1, maxLength: 30 }), async (given, steps) => {
      const run = newRun(given);
      await run.poll();
      for (const todo of steps) await play(run, todo);
      run.jpm.faults.clear();
      // A month is walked again once a week: by then the last straggler has shown.
      await run.clock.advance(8 * DAY);
      await run.drain();

      const now = run.clock.now();
      const there = run.jpm.rows().map((one) => [one.id, STATUSES[deliveryOf(one, now)]] as const);
      const kept = [...run.harness.keeper.messages.keys()].map(
        (id) => [id, run.harness.keeper.upstream.get(id)] as const,
      );
      expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(there));
      expect(run.harness.keeper.gaps).toEqual([]);
      const { smallestCallGapMs } = spacingOf(run.jpm.calls, run.jpm.client.entity.id);
      expect(smallestCallGapMs).toBeGreaterThanOrEqual(1000);
      expect(askedTwiceInASlot(run.harness.calls)).toEqual([]);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 25_000 },
  );
}, 40_000);

/** Questions that were answered twice without a new slot of a sweep, which alone are 10 s apart, between the answers. */
function askedTwiceInASlot(calls: readonly MadeCall[]): readonly string[] {
  let answered = new Set<string>();
  return calls.flatMap(({ kind, request, status }) => {
    if (kind === 'list') answered = new Set();
    if (status !== 200 || !request.url.includes('/notifications?')) return [];
    if (answered.has(request.url)) return [request.url];
    answered.add(request.url);
    return [];
  });
}

const STATUSES: Readonly<Record<string, UpstreamStatus>> = {
  PENDING: 'pending',
  SENT: 'delivered',
  FAILED: 'failed',
};

function newRun(given: typeof settings extends fc.Arbitrary<infer One> ? One : never) {
  const clock = createFakeClock();
  const random = seeded(3);
  const copies = new Map<string, number>();
  const jpm = inProcessJpm(clock, {
    random,
    settings: { ...given, copiesOf: ({ id }) => copies.get(id) ?? 1 },
  });
  jpm.subscribe();
  const harness = createSourceHarness({ source: jpmSource, account: jpmAccount(jpm), clock, http: jpm.http });
  const poll = () => harness.session.poll(keeperContext(harness.sourceContext(), harness.keeper, null));
  const beganAt = clock.now();
  return {
    clock,
    random,
    jpm,
    harness,
    copies,
    beganAt,
    poll,
    drain: async () => {
      for (let rounds = 0; rounds < 200; rounds += 1) {
        const outcome = await poll();
        if (outcome.ok && !outcome.value.more) return;
      }
      throw new Error('never drained');
    },
  };
}
type Run = ReturnType<typeof newRun>;

async function play(run: Run, todo: Step): Promise<void> {
  switch (todo.do) {
    case 'post': {
      const createdAt = run.clock.now() - todo.agoMs;
      const delivery: DeliveryPlan = [
        { status: 'PENDING', afterMs: 0 },
        { status: todo.fails ? 'FAILED' : 'SENT', afterMs: todo.leavesMs },
        ...(todo.fails ? [{ status: 'SENT', afterMs: todo.leavesMs + todo.againMs } as const] : []),
      ];
      const posted = run.jpm.notify(jpmEvents.payoutCompleted(run.random, createdAt), {
        createdAt,
        visibleAfterMs: todo.agoMs + todo.lateMs,
        delivery,
      });
      run.copies.set(posted.id, todo.copies);
      return;
    }
    case 'poll':
      for (let n = 0; n < todo.times; n += 1) await run.poll();
      return;
    case 'fault':
      run.jpm.faults.next(FAULTS[todo.fault], {
        endpoint: 'notifications',
        skip: todo.skip,
        times: todo.times,
      });
      return;
    case 'sleep':
      // The last walk of a month must reach the first row.
      if (run.clock.now() - run.beganAt < 12 * DAY) await run.clock.advance(todo.ms);
      return;
    case 'restart':
      run.harness.restart();
      return;
    case 'expire':
      run.jpm.expireTokens();
      return;
    case 'crash': {
      // Killed after answers came and before anything of them was kept.
      const { keeper } = run.harness;
      const before = {
        cursor: keeper.cursor,
        messages: new Map(keeper.messages),
        upstream: new Map(keeper.upstream),
      };
      await run.poll();
      keeper.cursor = before.cursor;
      for (const id of [...keeper.messages.keys()]) if (!before.messages.has(id)) keeper.messages.delete(id);
      keeper.upstream.clear();
      before.upstream.forEach((status, id) => keeper.upstream.set(id, status));
      run.harness.restart();
      return;
    }
  }
}
