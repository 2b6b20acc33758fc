import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { failed, ok } from '../../../shared/result.ts';
import { createFakeClock } from '../../../test/support/fake-clock.ts';
import { createMemorySlotLedger } from '../../../test/support/memory-slot-ledger.ts';
import type { Health } from './health.ts';
import { createLimiter } from './limiter.ts';
import { createPoller } from './poller.ts';

const START = Date.UTC(2026, 10, 22, 9, 0, 0);
const rules = [{ key: 'list', spacingMs: 10_000 }];

/** An account whose rounds each make one list call and end well. */
function setUp() {
  const clock = createFakeClock({ wall: START });
  const limiter = createLimiter({ clock, ledger: createMemorySlotLedger() });
  const calls: number[] = [];
  const told: Health[] = [];
  const poller = createPoller({
    ...{ account: 'CDS', clock, random: () => 0.5, limiter, rules, checkedAt: null },
    onHealth: (health) => told.push(health),
    round: async (signal) => {
      const slot = await limiter.acquire(rules, signal);
      if (slot === null) return failed(failure('cancelled'));
      calls.push(Math.round(clock.trueTime()));
      slot.settle(clock.uptime());
      return ok({ more: false });
    },
  });
  poller.start();
  return { clock, limiter, poller, calls, told };
}

describe('an account under whose limits a source has asked to be left alone', () => {
  it('says why and until when it waits where another account was asked to', async () => {
    const { clock, limiter, poller, told } = setUp();
    await clock.advance(3000);
    limiter.quiet(rules, 300_000, 'Transit');
    poller.quietChanged();
    const { failure: why } = told.at(-1)!;
    await clock.advance(200_000);
    expect([poller.health(), why?.detail, told.at(-1)?.failure === why]).toEqual([
      {
        state: 'backing-off',
        since: START,
        failure: why,
        until: START + 303_000,
        nextSlotAt: START + 303_000,
        checkedAt: START,
      },
      'asked of account Transit',
      true,
    ]);
  });

  it('obeys where a person only asks, and goes on at the next slot where the person insists', async () => {
    const { clock, limiter, poller, calls } = setUp();
    await clock.advance(3000);
    limiter.quiet(rules, 300_000, 'Transit');
    poller.poke();
    await clock.advance(57_000);
    expect(calls).toEqual([0]);
    poller.insist();
    await clock.advance(10);
    expect([calls, poller.health().state]).toEqual([[0, 60_000], 'polling']);
  });
});
