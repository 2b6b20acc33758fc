import type { HttpResponse } from '../../http/http.ts';
import type { Clock } from '../../time/clock.ts';

/** What the `Date` headers of a server say of its time, and of how wrong ours is. */
export interface ServerClock {
  /** The server's time, epoch milliseconds, never ahead of it; ours where it has not said. */
  now(): number;
  /** By how much our wall clock was ahead when the server last spoke, milliseconds; null where it has not. */
  aheadMs(): number | null;
  /** False until the server has spoken, and once our clocks disagree on how long ago that was: after sleep, or a step. */
  isSure(): boolean;
  heard(response: HttpResponse): void;
}

export function createServerClock(clock: Clock): ServerClock {
  let last: { readonly date: number | null; readonly wall: number; readonly uptime: number } | null = null;
  return {
    // By uptime, because the wall clock may step between two calls, and a window must not end in the future.
    now: () =>
      last === null || last.date === null
        ? clock.now()
        : Math.round(last.date + clock.uptime() - last.uptime),
    aheadMs: () => (last === null || last.date === null ? null : last.wall - last.date),
    isSure: () => {
      if (last === null) return false;
      const difference = clock.now() - last.wall - (clock.uptime() - last.uptime);
      return last.date === null || Math.abs(difference) <= DRIFT_MS;
    },
    heard: ({ headers }) => {
      const date = Date.parse(headers['date'] ?? '');
      last = { date: Number.isNaN(date) ? null : date, wall: clock.now(), uptime: clock.uptime() };
    },
  };
}

/** Clocks that run do not part by so much between two calls. */
const DRIFT_MS = 10_000;

/** What differs less than this is the way of the call, and of no consequence. */
export const CLOCK_TOLERANCE_MS = 120_000;

/** `7 minutes ahead of`, where a clock is off by more than the tolerance; null where it is right, or nobody knows. */
export function clockError(aheadMs: number | null): string | null {
  if (aheadMs === null || Math.abs(aheadMs) <= CLOCK_TOLERANCE_MS) return null;
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  const amount = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
  return `${amount} ${aheadMs > 0 ? 'ahead of' : 'behind'}`;
}
