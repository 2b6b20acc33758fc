import type { Failure } from '../../../shared/failure.ts';

/** How an account recovers from failures: how many came in a row, and until when (`Clock.uptime()`) it waits. */
export interface Backoff {
  readonly failures: number;
  readonly resumeAt: number;
}

/** All is well, or a success has just made it so. */
export const noBackoff: Backoff = { failures: 0, resumeAt: 0 };

/** One failure more. `random` is uniform in [0, 1). */
export function afterFailure(backoff: Backoff, failure: Failure, uptime: number, random: number): Backoff {
  const failures = backoff.failures + 1;
  return { failures, resumeAt: uptime + backoffMs(failure, failures, random) };
}

/** The machine woke, the network came back or a person asked: what was learnt about waiting is out of date. */
export const resumeNow = (): Backoff => noBackoff;

/**
 * How long to wait after the `failures`-th failure in a row, in milliseconds: full jitter under a ceiling that doubles
 * from 5 s to 2 minutes, so that many copies of Quayside do not come back as one. A server that throttles gets a few
 * seconds at least, spread at random, as HMRC advises; what it asks for itself counts where it is longer.
 */
export function backoffMs(failure: Failure, failures: number, random: number): number {
  const ceiling = Math.min(CEILING_MS, BASE_MS * 2 ** Math.min(failures - 1, DOUBLINGS));
  const least = failure.reason === 'rate-limited' ? throttledMs(random) : LEAST_MS;
  return Math.max(random * ceiling, least, failure.retryAfterMs ?? 0);
}

/** How long a server that throttles is left alone where it does not say. */
export const throttledMs = (random: number): number => THROTTLED_MS * (1 + random);

const BASE_MS = 5000;
const CEILING_MS = 120_000;
/** More would only overflow: five doublings are past the ceiling. */
const DOUBLINGS = 5;
const LEAST_MS = 1000;
const THROTTLED_MS = 3000;
