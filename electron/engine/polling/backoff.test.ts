import fc from 'fast-check';
import { expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { afterFailure, backoffMs, noBackoff, resumeNow } from './backoff.ts';

const almostOne = 1 - 2 ** -53;
const down = failure('server-error', { status: 503 });

it('doubles its ceiling from 5 s to 2 minutes', () => {
  const ceilings = [1, 2, 3, 4, 5, 6, 7, 1000].map((n) => Math.round(backoffMs(down, n, almostOne)));
  expect(ceilings).toEqual([5000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000, 120_000]);
});

it('spreads over the whole range, but never tries again at once', () => {
  expect([0, 0.25, 0.5, 0.75].map((random) => backoffMs(down, 4, random))).toEqual([
    1000, 10_000, 20_000, 30_000,
  ]);
});

it('leaves a server that throttles alone for a few seconds, at random', () => {
  const throttled = failure('rate-limited', { status: 429 });
  expect([0, 0.5].map((random) => backoffMs(throttled, 1, random))).toEqual([3000, 4500]);
});

it('waits as long as the server asks, and longer where the back-off is longer', () => {
  const asked = failure('maintenance', { retryAfterMs: 30_000 });
  expect([1, 6].map((failures) => backoffMs(asked, failures, 0.5))).toEqual([30_000, 60_000]);
});

it('counts failures in a row and forgets them when it is resumed', () => {
  const once = afterFailure(noBackoff, down, 100_000, 0.5);
  const twice = afterFailure(once, down, 200_000, 0.5);
  expect([once, twice, resumeNow()]).toEqual([
    { failures: 1, resumeAt: 102_500 },
    { failures: 2, resumeAt: 205_000 },
    noBackoff,
  ]);
});

it('is between a second and two minutes, or what the server asked', () => {
  const input = fc.record({
    reason: fc.constantFrom('server-error', 'timed-out', 'rate-limited', 'network-unreachable'),
    asked: fc.option(fc.integer({ min: 0, max: 3_600_000 })),
    failures: fc.integer({ min: 1, max: 10_000 }),
    random: fc.double({ min: 0, max: almostOne, noNaN: true }),
  });
  fc.assert(
    fc.property(input, ({ reason, asked, failures, random }) => {
      const ms = backoffMs(failure(reason, { retryAfterMs: asked }), failures, random);
      expect(ms).toBeGreaterThanOrEqual(Math.max(1000, asked ?? 0));
      expect(ms).toBeLessThanOrEqual(Math.max(120_000, asked ?? 0));
    }),
  );
});
