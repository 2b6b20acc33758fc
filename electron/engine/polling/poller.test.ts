import { describe, expect, it } from 'vitest';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { createFakeClock } from '../../../test/support/fake-clock.ts';
import { createMemorySlotLedger } from '../../../test/support/memory-slot-ledger.ts';
import { StoreError } from '../store/store.ts';
import type { Health } from './health.ts';
import { createLimiter } from './limiter.ts';
import { gapMs } from './margins.ts';
import { createPoller } from './poller.ts';

const START = Date.UTC(2026, 10, 22, 9, 0, 0);
const GAP = gapMs(10_000);
const rules = [{ key: 'list', spacingMs: 10_000 }];
const down = failure('server-error', { status: 503 });

/** An account whose rounds each make one list call and end as the list says, the last one for ever. */
function setUp(outcomes: readonly Result<{ more: boolean }, Failure>[] = [ok({ more: false })]) {
  const clock = createFakeClock({ wall: START });
  const limiter = createLimiter({ clock, ledger: createMemorySlotLedger() });
  const calls: number[] = [];
  const told: Health[] = [];
  const since = (at: number | null) => (at === null ? null : at - START);
  const poller = createPoller({
    account: 'CDS',
    clock,
    random: () => 0.5,
    limiter,
    rules,
    checkedAt: null,
    onHealth: (health) => told.push(health),
    round: async (signal) => {
      const slot = await limiter.acquire(rules, signal);
      if (slot === null) return failed(failure('cancelled'));
      calls.push(Math.round(clock.trueTime()));
      slot.settle(clock.uptime());
      return outcomes[Math.min(calls.length, outcomes.length) - 1]!;
    },
  });
  const health = () => {
    const now = poller.health();
    return {
      state: now.state,
      reason: now.failure?.reason ?? null,
      until: since(now.until),
      nextSlotAt: since(now.nextSlotAt),
      checkedAt: since(now.checkedAt),
    };
  };
  return { clock, limiter, poller, calls, told, health };
}

describe('a poller', () => {
  it('lists at every slot, with a backlog or without', async () => {
    const { clock, poller, calls } = setUp([ok({ more: true }), ok({ more: false })]);
    poller.start();
    await clock.advance(45_000);
    expect(calls).toEqual([0, GAP, 2 * GAP, 3 * GAP, 4 * GAP]);
  });

  it('tells when it checked last and when the next slot is', async () => {
    const { clock, poller, health } = setUp();
    poller.start();
    await clock.advance(3000);
    expect(health()).toEqual({
      state: 'polling',
      reason: null,
      until: null,
      nextSlotAt: GAP,
      checkedAt: 0,
    });
  });

  it('counts down to its own slot while its call waits for it', async () => {
    const { clock, limiter, poller, health } = setUp();
    poller.start();
    await clock.advance(9500);
    void limiter.acquire(rules, new AbortController().signal);
    expect(health().nextSlotAt).toBe(GAP);
  });

  it('backs off with a reason and a time, and shows the failure until a round goes well', async () => {
    const { clock, poller, calls, told } = setUp([
      failed(down),
      failed(down),
      failed(down),
      ok({ more: false }),
    ]);
    poller.start();
    await clock.advance(60_000);
    const states = told.map(({ state, until }) => `${state} ${until === null ? '-' : until - START}`);
    // 2.5 s and 5 s end before the next slot; 10 s after the third call does not.
    const third = 2 * GAP;
    expect({ calls: calls.slice(0, 4), states: states.slice(0, 8) }).toEqual({
      calls: [0, GAP, third, 3 * GAP],
      states: [
        'starting -',
        'backing-off 2500',
        'backing-off -',
        `backing-off ${GAP + 5000}`,
        'backing-off -',
        `backing-off ${third + 10_000}`,
        'backing-off -',
        'polling -',
      ],
    });
  });

  it('stops where only a person can help, and lets nothing but that start it again', async () => {
    const { clock, poller, calls, health } = setUp([failed(failure('box-not-yours', { status: 403 }))]);
    poller.start();
    await clock.advance(1000);
    poller.poke();
    poller.wake();
    poller.setOnline(false);
    poller.setOnline(true);
    await clock.advance(600_000);
    expect({ calls, health: health() }).toEqual({
      calls: [0],
      health: {
        state: 'misconfigured',
        reason: 'box-not-yours',
        until: null,
        nextSlotAt: null,
        checkedAt: null,
      },
    });
  });

  it.each(['poke', 'wake'] as const)('uses the next slot and no earlier one after %s', async (how) => {
    const { clock, poller, calls } = setUp([
      failed(failure('maintenance', { retryAfterMs: 600_000 })),
      ok({ more: false }),
    ]);
    poller.start();
    await clock.advance(5000);
    poller[how]();
    await clock.advance(8000);
    expect(calls).toEqual([0, GAP]);
  });

  it('ends a back-off when the network comes back, not when it goes', async () => {
    const lost = failure('network-unreachable', { retryAfterMs: 600_000 });
    const { clock, poller, calls, health } = setUp([failed(lost), ok({ more: false })]);
    poller.start();
    await clock.advance(5000);
    poller.setOnline(true);
    poller.setOnline(false);
    await clock.advance(60_000);
    const offline = health();
    poller.setOnline(true);
    await clock.advance(10);
    expect({ offline, calls, now: health().state }).toEqual({
      offline: {
        state: 'offline',
        reason: 'network-unreachable',
        until: 600_000,
        nextSlotAt: 600_000,
        checkedAt: null,
      },
      calls: [0, 65_000],
      now: 'polling',
    });
  });

  it('is not misled by a wall clock that steps during a back-off', async () => {
    const { clock, poller, calls } = setUp([
      failed(failure('maintenance', { retryAfterMs: 30_000 })),
      ok({ more: false }),
    ]);
    poller.start();
    await clock.advance(1000);
    clock.setWall(START - 86_400_000);
    await clock.advance(30_000);
    expect(calls).toEqual([0, 30_000]);
  });

  it('says that it checked when the list call was answered, however long the round took', async () => {
    const clock = createFakeClock({ wall: START });
    const limiter = createLimiter({ clock, ledger: createMemorySlotLedger() });
    const poller = createPoller({
      account: 'CDS',
      clock,
      random: () => 0.5,
      limiter,
      rules,
      checkedAt: START - 1000,
      onHealth: () => undefined,
      round: async () => {
        await clock.sleep(300);
        poller.listed();
        await clock.sleep(60_000);
        return ok({ more: false });
      },
    });
    const checkedAt = () => poller.health().checkedAt! - START;
    const seen = [checkedAt()];
    poller.start();
    for (const ms of [30_000, 30_300]) {
      await clock.advance(ms);
      seen.push(checkedAt());
    }
    expect(seen).toEqual([-1000, -1000, 300]);
  });

  it('stops while it waits, without a call and without a word', async () => {
    const { clock, poller, calls, told } = setUp();
    poller.start();
    await clock.advance(9000);
    const before = told.length;
    await poller.stop();
    await clock.advance(60_000);
    expect([calls, told.length - before, clock.sleepers()]).toEqual([[0], 0, 0]);
  });

  it('waits at stop for the round that runs, which is told to end', async () => {
    const clock = createFakeClock();
    const limiter = createLimiter({ clock, ledger: createMemorySlotLedger() });
    const steps: string[] = [];
    const poller = createPoller({
      account: 'CDS',
      clock,
      random: () => 0.5,
      limiter,
      rules,
      checkedAt: null,
      onHealth: (health) => steps.push(health.state),
      round: async (signal) => {
        await clock.sleep(60_000, signal);
        steps.push('told to end');
        await clock.sleep(5);
        steps.push('ended');
        return failed(failure('cancelled'));
      },
    });
    poller.start();
    await clock.advance(1000);
    const stopped = poller.stop().then(() => steps.push('stopped'));
    await clock.advance(5);
    await stopped;
    expect(steps).toEqual(['starting', 'told to end', 'ended', 'stopped']);
  });

  it.each([
    [
      'by its own reason where the store failed',
      new StoreError('store-full', 'no space'),
      'store-full',
      'no space',
    ],
    [
      'without its text where it is a fault of ours',
      new RangeError('<secret>'),
      'unexpected-answer',
      'fault in Quayside: RangeError',
    ],
  ])('shows a round that threw %s, and goes on', async (_, error, reason, detail) => {
    const clock = createFakeClock();
    const limiter = createLimiter({ clock, ledger: createMemorySlotLedger() });
    let rounds = 0;
    const poller = createPoller({
      account: 'CDS',
      clock,
      random: () => 0.5,
      limiter,
      rules,
      checkedAt: null,
      onHealth: () => undefined,
      round: async () => {
        rounds += 1;
        throw error;
      },
    });
    poller.start();
    await clock.advance(1000);
    const { failure: shown } = poller.health();
    await clock.advance(20_000);
    expect([shown?.reason, shown?.detail, rounds > 1]).toEqual([reason, detail, true]);
  });
});
