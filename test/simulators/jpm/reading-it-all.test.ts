import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from './days.ts';
import type { DeliveryPlan } from './delivery.ts';
import { HOUR, searchWorld, wall } from './search-world.ts';

const DAY = 24 * HOUR;

/** A row, and when after the reader has begun it moves on: from PENDING to SENT or FAILED, from FAILED to SENT. */
const rows = fc.array(
  fc.record({
    agoMs: fc.nat(2 * DAY),
    lateMs: fc.constantFrom(0, 0, 5000, 3 * DAY),
    firstMs: fc.integer({ min: -5000, max: 15_000 }),
    secondMs: fc.nat(8000),
    fails: fc.boolean(),
  }),
  { maxLength: 12 },
);

const plan = ({ agoMs, firstMs, secondMs, fails }: Row): DeliveryPlan => [
  { status: 'PENDING', afterMs: 0 },
  { status: fails ? 'FAILED' : 'SENT', afterMs: agoMs + firstMs },
  { status: 'SENT', afterMs: agoMs + firstMs + secondMs },
];

type Row = typeof rows extends fc.Arbitrary<(infer One)[]> ? One : never;

describe('a reader that asks for each day and status by name', () => {
  it('sees every row that was there when it began, if it asks for PENDING, FAILED and SENT in turn', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('UTC', 'America/New_York'),
        fc.constantFrom('oldest-first', 'newest-first', 'shuffled'),
        fc.constantFrom(1, 2),
        async (made, timeZone, order, copies) => {
          const { caller, clock, jpm, post } = searchWorld({ timeZone, order, copiesOf: () => copies });
          made.forEach((row, index) =>
            post(String(index), {
              delivery: plan(row),
              createdAt: wall - row.agoMs,
              visibleAfterMs: row.lateMs,
            }),
          );
          const expected = jpm.listed().map(({ id }) => id);

          const seen = new Set<string>();
          for (let ago = 3; ago >= -1; ago -= 1) {
            const day = dayOf(wall - ago * DAY, 'UTC');
            for (const status of ['PENDING', 'FAILED', 'SENT'] as const) {
              for (const id of await caller.search(status, day)) seen.add(id);
              await clock.advance(1000);
            }
          }
          expect([...seen]).toEqual(expect.arrayContaining(expected));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('misses a row that was sent again between its asking for SENT and for FAILED', async () => {
    const { caller, clock, post } = searchWorld();
    post('one', {
      delivery: [
        { status: 'FAILED', afterMs: 0 },
        { status: 'SENT', afterMs: 1000 },
      ],
    });
    const sent = await caller.search('SENT', '2026-11-20');
    await clock.advance(1000);
    expect([sent, await caller.search('FAILED', '2026-11-20')]).toEqual([[], []]);
  });
});
