import type { Failure } from '../../../../shared/failure.ts';
import type { Lane } from './reading-plan.ts';
import { MOST_PER_PAGE } from './walk.ts';

/** How much to ask for at once, in each lane: less after a failure that a long answer may have caused. */
export interface PageSizes {
  of(lane: Lane): number;
  /** A page came: more next time, all where it was the last. */
  came(lane: Lane, isFull: boolean): void;
  /** True where the size of the answer may have been the cause. */
  failed(lane: Lane, failure: Failure): boolean;
}

/** HMRC's gateway caps an answer in bytes and in seconds, and a page may hold a hundred long messages. */
export function createPageSizes(): PageSizes {
  const sizes = { fresh: MOST_PER_PAGE, sweep: MOST_PER_PAGE };
  return {
    of: (lane) => sizes[lane],
    came: (lane, isFull) => {
      sizes[lane] = isFull ? Math.min(MOST_PER_PAGE, sizes[lane] * 2) : MOST_PER_PAGE;
    },
    failed: (lane, failure) => {
      if (!mayBeTooLong(failure)) return false;
      sizes[lane] = Math.max(1, Math.floor(sizes[lane] / 2));
      return true;
    },
  };
}

function mayBeTooLong({ reason, status }: Failure): boolean {
  if (status === 413) return true;
  if (reason === 'network-unreachable') return status !== null;
  return reason === 'server-error' || reason === 'timed-out' || reason === 'unexpected-answer';
}
