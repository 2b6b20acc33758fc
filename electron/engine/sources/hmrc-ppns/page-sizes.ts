import type { Failure } from '../../../../shared/failure.ts';
import type { Lane } from './reading-plan.ts';
import { MOST_PER_PAGE } from './walk.ts';

/** How much to ask for at once, in each lane: less after a failure that a long answer may have caused. */
export interface PageSizes {
  of(lane: Lane): number;
  /** A page came: in time more is asked for, at once where it was the last or where it led nowhere. */
  came(lane: Lane, page: { readonly isFull: boolean; readonly movedOn: boolean }): void;
  /** True where the size of the answer may have been the cause. */
  failed(lane: Lane, failure: Failure): boolean;
}

/** HMRC's gateway caps an answer in bytes and in seconds, and a page may hold a hundred long messages. */
export function createPageSizes(): PageSizes {
  const lanes = { fresh: { size: MOST_PER_PAGE, streak: 0 }, sweep: { size: MOST_PER_PAGE, streak: 0 } };
  return {
    of: (lane) => lanes[lane].size,
    came: (lane, { isFull, movedOn }) => {
      const { size, streak } = lanes[lane];
      if (!isFull) lanes[lane] = { size: MOST_PER_PAGE, streak: 0 };
      else if (movedOn && streak + 1 < PAGES_BEFORE_GROWTH) lanes[lane] = { size, streak: streak + 1 };
      else lanes[lane] = { size: Math.min(MOST_PER_PAGE, size * 2), streak: 0 };
    },
    failed: (lane, failure) => {
      if (!mayBeTooLong(failure)) return false;
      lanes[lane] = { size: Math.max(1, Math.floor(lanes[lane].size / 2)), streak: 0 };
      return true;
    },
  };
}

/** Growing after every page would make every second one fail while messages are long. */
const PAGES_BEFORE_GROWTH = 3;

function mayBeTooLong({ reason, status }: Failure): boolean {
  if (status === 413) return true;
  if (reason === 'broken-off') return status !== null;
  return reason === 'server-error' || reason === 'timed-out' || reason === 'unexpected-answer';
}
