import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  broken,
  playWorld,
  type MakeLimiter,
  type ProcessPlan,
  type Step,
} from '../../../test/support/limiter-world.ts';
import type { SlotLedger, SlotRecord } from '../store/slot-ledger.ts';
import type { Clock } from '../time/clock.ts';
import { createLimiter } from './limiter.ts';

const plan: fc.Arbitrary<ProcessPlan> = fc.record({
  directory: fc.constantFrom('none', 'a', 'b'),
  listWorkers: fc.integer({ min: 1, max: 3 }),
  appWorkers: fc.integer({ min: 0, max: 2 }),
  travel: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 4000 })), {
    minLength: 1,
    maxLength: 5,
  }),
});

/** Calls that are answered as soon each time, give or take a hiccup; a server may well be slow. */
const steady = fc.tuple(plan, fc.integer({ min: 0, max: 4000 })).map(([given, backMs]): ProcessPlan => {
  const [[thereMs] = [0]] = given.travel;
  return { ...given, travel: given.travel.map(([, hiccup]) => [thereMs, backMs + (hiccup % 15)]) };
});

const which = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass'), ms: fc.integer({ min: 1, max: 12_000 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('start'), plan }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill'), process: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill-in-flight'), process: which }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('reboot'), offMs: fc.integer({ min: 0, max: 20_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('suspend'), ms: fc.integer({ min: 1, max: 20_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose-ledger') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('step-wall'),
      byMs: fc.integer({ min: -7_200_000, max: 7_200_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('retry-after'),
      process: which,
      ms: fc.integer({ min: 1, max: 30_000 }),
    }),
  },
);
const story = fc
  .tuple(plan, fc.array(step, { minLength: 4, maxLength: 16 }))
  .map(([first, steps]): Step[] => [{ do: 'start', plan: first }, ...steps, { do: 'pass', ms: 12_000 }]);

/** The server stands still now and then, for longer than anybody waits or for a moment only. */
const stalls: fc.Arbitrary<Step[]> = fc
  .tuple(
    plan,
    fc.array(
      fc.oneof(
        step,
        fc.record({ do: fc.constant('stall' as const), ms: fc.integer({ min: 300, max: 30_000 }) }),
      ),
      { minLength: 6, maxLength: 16 },
    ),
  )
  .map(([first, steps]) => [
    { do: 'start', plan: quick(first) },
    { do: 'pass', ms: 45_000 },
    ...steps.map(onlyQuick),
    { do: 'pass', ms: 60_000 },
  ]);

/** A server that answers within 60 ms while it does not stand still, so that a stall can be told. */
const quick = (given: ProcessPlan): ProcessPlan => ({
  ...given,
  travel: given.travel.map(([there]) => [there, 5]),
});

/** A call whose process is gone is answered to nobody: what becomes of it at a server that stands still is not known here. */
function onlyQuick(given: Step): Step {
  if (given.do === 'start') return { do: 'start', plan: quick(given.plan) };
  const endsProcess = given.do === 'kill' || given.do === 'kill-in-flight' || given.do === 'reboot';
  return endsProcess ? { do: 'pass', ms: 3000 } : given;
}

type Spoil = (ledger: SlotLedger, clock: Clock) => SlotLedger;

function lawHolds(makeLimiter: MakeLimiter, spoil?: Spoil) {
  return fc.asyncProperty(story, async (steps) => {
    expect(broken(await playWorld(steps, makeLimiter, spoil))).toEqual([]);
  });
}

describe('the limit as the server sees it', () => {
  it('holds through restarts, crashes, reboots, suspends, clock steps and several processes', async () => {
    await fc.assert(lawHolds(createLimiter), { numRuns: 400 });
  }, 60_000);

  it('holds for list calls where the server stands still and goes on', async () => {
    const inTime = fc.asyncProperty(stalls, async (steps) => {
      const faults = broken(await playWorld(steps, createLimiter));
      expect(faults.filter((fault) => fault.startsWith('two list calls'))).toEqual([]);
    });
    await fc.assert(inTime, { numRuns: 300 });
  }, 60_000);

  it('is used: with work waiting the mean gap stays under 10.1 s', async () => {
    const processes = fc.array(steady, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(processes, async (plans) => {
        const starts = plans.map((one): Step => ({ do: 'start', plan: one }));
        const played = await playWorld([...starts, { do: 'pass', ms: 500_000 }], createLimiter);
        // How slow the server is each process has to learn first.
        const lists = played.lists.slice(20);
        expect((lists.at(-1)! - lists[0]!) / (lists.length - 1)).toBeLessThan(10_100);
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});

describe('the same stories show two list calls too close together for', () => {
  it.each<[string, MakeLimiter, Spoil?]>([
    ['a limiter that trusts the wall clock', onWallClock],
    ['stamps that are forgotten at a reboot', createLimiter, forgettingEarlierBoots],
    ['stamps without the allowance of a call in flight', createLimiter, withoutAllowance],
    ['stamps that other processes do not see', createLimiter, unshared],
    ['a ledger that is lost without a word', createLimiter, (ledger) => reading(ledger, knownOnly)],
  ])(
    '%s',
    async (_, makeLimiter, spoil) => {
      const neverTooClose = fc.asyncProperty(story, async (steps) => {
        const faults = broken(await playWorld(steps, makeLimiter, spoil));
        return !faults.some((fault) => fault.startsWith('two list calls'));
      });
      const { failed, errorInstance } = await fc.check(neverTooClose, { numRuns: 2000, endOnFailure: true });
      expect({ failed, errorInstance: String(errorInstance) }).toEqual({
        failed: true,
        errorInstance: 'Error: Property failed by returning false',
      });
    },
    60_000,
  );
});

/** Keeps the records in wall-clock time, as a first attempt would. */
function onWallClock({ clock, ledger }: { clock: Clock; ledger: SlotLedger }) {
  return createLimiter({ clock: { ...clock, uptime: () => clock.now() }, ledger });
}

function reading(ledger: SlotLedger, change: (record: SlotRecord) => SlotRecord | null): SlotLedger {
  return {
    ...ledger,
    transact: (keys, decide) =>
      ledger.transact(keys, (records) =>
        decide(new Map([...records].map(([key, list]) => [key, list.flatMap((one) => change(one) ?? [])]))),
      ),
  };
}

function forgettingEarlierBoots(ledger: SlotLedger, clock: Clock): SlotLedger {
  return reading(ledger, (record) =>
    record.startedAt !== null && record.startedAt > clock.uptime() ? null : record,
  );
}

const knownOnly = (record: SlotRecord) => (record.fresh ? null : record);

function withoutAllowance(ledger: SlotLedger): SlotLedger {
  return reading(ledger, (record) =>
    record.heldAt === record.startedAt ? { ...record, heldAt: null, holdMs: 0 } : record,
  );
}

function unshared(): SlotLedger {
  const own = new Map<string, SlotRecord>();
  return {
    transact: (keys, decide) => {
      const { write, value } = decide(new Map(keys.map((key) => [key, [own.get(key) ?? []].flat()])));
      for (const [key, record] of write) own.set(key, record);
      return value;
    },
    close: () => undefined,
  };
}
