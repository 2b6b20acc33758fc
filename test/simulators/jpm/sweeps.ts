import type { JpmCall } from './contract.ts';

/** Searches that together look at every day and status once. */
export interface Sweep {
  /** Arrival of the first, as the record measures. */
  readonly startedAt: number;
  readonly searches: readonly JpmCall[];
}

/** How far apart calls arrived; null where there are fewer than two. */
export interface Spacing {
  /** Between any two calls of the API one after the other; token calls, which go to another host, left out. */
  readonly smallestCallGapMs: number | null;
  /** From the start of a sweep to the start of the next. */
  readonly smallestSweepGapMs: number | null;
}

/**
 * The sweeps of one entity, told apart by what they ask: a sweep is over when a search comes that was answered with
 * success in it before. A search that failed may be tried again in the same sweep.
 */
export function sweepsOf(calls: readonly JpmCall[], entityId: string): readonly Sweep[] {
  const sweeps: { startedAt: number; searches: JpmCall[] }[] = [];
  let done = new Set<string>();
  for (const call of calls) {
    if (call.endpoint !== 'notifications' || call.entityId !== entityId) continue;
    const asked = [call.status, call.from, call.to].join(' ');
    const current = sweeps.at(-1);
    if (current === undefined || done.has(asked)) {
      sweeps.push({ startedAt: call.at, searches: [call] });
      done = new Set();
    } else {
      current.searches.push(call);
    }
    if (call.answered === 200) done.add(asked);
  }
  return sweeps;
}

/** What Quayside holds itself to: sweeps 10 s apart, the calls inside one 1 s apart. */
export function spacingOf(calls: readonly JpmCall[], entityId: string): Spacing {
  const arrivals = calls
    .filter(({ endpoint, entityId: named }) => endpoint !== 'token' && named === entityId)
    .map(({ at }) => at);
  return {
    smallestCallGapMs: smallestGap(arrivals),
    smallestSweepGapMs: smallestGap(sweepsOf(calls, entityId).map(({ startedAt }) => startedAt)),
  };
}

function smallestGap(instants: readonly number[]): number | null {
  const gaps = instants.slice(1).map((at, index) => at - (instants[index] ?? at));
  return gaps.length === 0 ? null : Math.min(...gaps);
}
