import type { Violation } from './contract.ts';

export interface Throttle {
  /** Counts a call by its arrival; the rule that it breaks, null where it keeps them all. */
  arrive(call: {
    readonly at: number;
    readonly clientId: string;
    readonly path: string;
    readonly callsPerSecond: number;
    /** Null where it is no list call. */
    readonly list: string | null;
  }): Violation | null;
}

/**
 * Two limits by arrival: so many calls in any second for one client id, with a burst of the same size, and
 * two list calls of one client id at one endpoint `listSpacingMs` apart. A call that comes too early is
 * refused and starts the spacing anew, since it reached the endpoint as well.
 */
export function throttle(listSpacingMs: () => number): Throttle {
  const lastList = new Map<string, number>();
  const recent = new Map<string, readonly number[]>();

  return {
    arrive({ at, clientId, path, callsPerSecond, list }) {
      const early = list === null ? null : listViolation(`${clientId}\n${list}`, at);
      if (early !== null) return { rule: 'list-spacing', at, clientId, path, sinceMs: early };
      const filled = rateViolation(clientId, at, callsPerSecond);
      return filled === null ? null : { rule: 'application-rate', at, clientId, path, sinceMs: filled };
    },
  };

  function listViolation(key: string, at: number): number | null {
    const last = lastList.get(key);
    lastList.set(key, at);
    return last !== undefined && at - last < listSpacingMs() ? at - last : null;
  }

  function rateViolation(clientId: string, at: number, callsPerSecond: number): number | null {
    const within = (recent.get(clientId) ?? []).filter((earlier) => at - earlier < 1000);
    const isFull = within.length >= callsPerSecond;
    recent.set(clientId, isFull ? within : [...within, at]);
    return isFull ? at - (within[0] ?? at) : null;
  }
}
