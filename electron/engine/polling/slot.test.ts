import { describe, expect, it } from 'vitest';
import { gapMs, IN_FLIGHT_MS, MAX_SAVED_MS } from './margins.ts';
import { assumedStarted, held, quieted, released, seenBy, settled, started, waitMs } from './slot.ts';

const list = { key: 'list', spacingMs: 10_000 };
const app = { key: 'app', spacingMs: 1000 / 3 };
const GAP = gapMs(list.spacingMs);
const stamp = (startedAt: number | null) => ({ startedAt, heldAt: null, holdMs: 0 });

describe('how long a call has to wait', () => {
  it.each([
    ['nothing, where no call was ever made', [], 50, 0],
    ['the whole gap after a call that started now', [stamp(50)], 50, GAP],
    ['what is left of the gap', [stamp(1000)], 4000, GAP - 3000],
    ['nothing once the gap is over', [stamp(1000)], 1000 + GAP, 0],
    [
      'for the latest of the calls that several ledgers tell of',
      [stamp(1000), stamp(3000)],
      4000,
      GAP - 1000,
    ],
    ['after a reboot: until the machine is up as long as the gap', [stamp(900_000)], 4000, GAP - 4000],
    ['the whole gap where processors disagree by a millisecond', [stamp(4001)], 4000, GAP],
    ['for a hold that outlasts the gap', [{ startedAt: 0, heldAt: 9000, holdMs: 60_000 }], 10_000, 59_000],
    [
      'for a hold of before the reboot',
      [{ startedAt: null, heldAt: 90_000, holdMs: 60_000 }],
      20_000,
      40_000,
    ],
    [
      'for what a server asks',
      [{ ...stamp(0), quiet: { at: 9000, ms: 60_000, askedOf: 'A' } }],
      10_000,
      59_000,
    ],
    [
      'for ten minutes where an older copy wrote down that a server asked for days',
      [{ ...stamp(0), heldAt: 9000, holdMs: 86_400_000 }],
      9000,
      600_000,
    ],
    [
      'for ten minutes where what a server asks was kept as more',
      [{ ...stamp(0), quiet: { at: 9000, ms: 99_999_999_999_000, askedOf: 'A' } }],
      9000,
      600_000,
    ],
    [
      'the whole gap where the ledger is new and tells nothing',
      [{ ...stamp(null), fresh: true as const }],
      4000,
      GAP,
    ],
  ])('%s', (_, records, uptime, expected) => {
    expect(waitMs(list, records, uptime)).toBe(expected);
  });

  it('is a little over a third of a second for three calls a second, so that three gaps outlast one', () => {
    expect(3 * waitMs(app, [stamp(7)], 7)).toBeCloseTo(1140);
  });
});

describe('a call under way', () => {
  it('keeps the key for the whole allowance until it is answered', () => {
    expect(waitMs(list, [started(list, 500, 0)], 500)).toBe(GAP + IN_FLIGHT_MS);
  });

  it('counts from its answer once that is there', () => {
    const record = settled([started(list, 500, 0)], 500, 530, 540);
    expect(record).toEqual({ startedAt: 530, heldAt: null, holdMs: 0 });
  });

  it('leaves a hold of the server’s in force when it is answered', () => {
    const asked = { startedAt: null, heldAt: 520, holdMs: 60_000 };
    expect(settled([started(list, 500, 0), asked], 500, 530, 540)).toEqual({
      startedAt: 530,
      heldAt: 540,
      holdMs: 59_980,
    });
  });

  it('changes nothing any more once another call has started', () => {
    expect(settled([started(list, 20_000, 0)], 500, 530, 20_010)).toBeNull();
  });

  it('is not held by a limit of several calls a second, whose gap carries the allowance', () => {
    expect(started(app, 500, 0)).toEqual(stamp(500));
  });
});

describe('the allowance', () => {
  it('is spent up to the moment of the answer, and what is left of it is saved', () => {
    expect(seenBy(1000, 1020, 0, 0)).toEqual({ at: 1020, savedMs: IN_FLIGHT_MS - 20 });
  });

  it('counts what an answer took beyond what the server needs: it may have stood still', () => {
    expect([seenBy(1000, 9000, 100, 40).at, seenBy(1000, 9000, 100, 4000).at]).toEqual([
      9000,
      5000 + IN_FLIGHT_MS,
    ]);
  });

  it('never goes beyond what was saved where the server is always that slow', () => {
    expect(seenBy(1000, 9000, 100, 8000)).toEqual({ at: 1000 + IN_FLIGHT_MS + 100, savedMs: 0 });
  });

  it('is saved up to a limit', () => {
    expect(seenBy(1000, 1000, MAX_SAVED_MS, 0)).toEqual({ at: 1000, savedMs: MAX_SAVED_MS });
  });
});

describe('a hold', () => {
  it('keeps the stamp beside it', () => {
    expect(held([stamp(500)], 5000, 800)).toEqual({ startedAt: 500, heldAt: 800, holdMs: 5000 });
  });

  it('gives way to no shorter one', () => {
    const longer = held([stamp(500)], 60_000, 800);
    expect(held([longer], 1000, 1800)).toEqual({ startedAt: 500, heldAt: 1800, holdMs: 59_000 });
  });
});

it('treats a ledger that was made anew as if a call had started at that moment', () => {
  const record = assumedStarted(list, [{ ...stamp(null), fresh: true }], 700);
  expect(record).toEqual({ startedAt: 700, heldAt: 700, holdMs: GAP + IN_FLIGHT_MS });
});

describe('what a server asks for', () => {
  const asked = (at: number, ms: number) => ({ at, ms, askedOf: 'A' });

  it('stays where it lasts longer than what is asked next', () => {
    const long = quieted([stamp(0)], asked(1000, 60_000), 1000);
    expect(quieted([long], asked(2000, 5000), 2000).quiet).toEqual(asked(1000, 60_000));
  });

  it('stays through the answers of other calls', () => {
    const record = quieted([started(list, 500, 0)], asked(600, 60_000), 600);
    expect(settled([record], 500, 530, 700)?.quiet).toEqual(asked(600, 60_000));
  });

  it('can be ended by a person, which leaves the spacing of calls in force', () => {
    const record = quieted([started(list, 500, 0)], asked(600, 60_000), 600);
    expect(waitMs(list, [released([record], 700)], 700)).toBe(GAP + IN_FLIGHT_MS - 200);
  });
});
