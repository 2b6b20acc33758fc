import type { UpstreamStatus } from '../../../../shared/notification.ts';

/** The statuses that HMRC's boxes know, each of which can be asked for by itself. */
export const BOX_STATUSES = [
  'pending',
  'failed',
  'acknowledged',
] as const satisfies readonly UpstreamStatus[];
export type BoxStatus = (typeof BOX_STATUSES)[number];

/** HMRC's own page size, and the most it promises for one call. */
export const MOST_PER_PAGE = 100;

/**
 * A reading of a box from one instant on, oldest first, a page at a time. Instants are the server's, in epoch
 * milliseconds. `from` null begins with the oldest that the box holds.
 */
export interface Walk {
  readonly from: number | null;
  /**
   * Not null while more than a page shares the millisecond `from`: which status is being read by itself,
   * `any` while all are read together.
   */
  readonly tie: BoxStatus | 'any' | null;
}

/** What one list call asks for. Both instants are inclusive. */
export interface PageQuery {
  readonly from: number | null;
  readonly to: number | null;
  readonly status: BoxStatus | null;
  readonly count: number;
}

/** What one list call brought. */
export interface PageSeen {
  readonly length: number;
  /** When the last message of the page was created, null where that cannot be read. */
  readonly last: number | null;
  /** How many of them were new to us. */
  readonly fresh: number;
}

export interface Step {
  /** Where to read on; null at the end of the box. */
  readonly walk: Walk | null;
  /** A millisecond in which more may be held than could be listed. */
  readonly gap: { readonly from: number; readonly to: number } | null;
}

export function pageQuery({ from, tie }: Walk, count: number): PageQuery {
  if (from === null || tie === null) return { from, to: null, status: null, count };
  // HMRC refuses an end that is not after the beginning, so a window is two milliseconds at its smallest.
  return { from, to: from + 1, status: tie === 'any' ? null : tie, count };
}

/**
 * Where to go on after a page of at most `count`. The end of a page is read again as the beginning of the
 * next, because those that share its last millisecond may have been cut off. A walk moves forward with every
 * page, or narrows what it asks for; it never stands still for ever.
 */
export function stepWalk(walk: Walk, page: PageSeen, count: number): Step {
  const { from, tie } = walk;
  const isFull = page.length >= count;
  const movesOn = page.last !== null && (from === null || page.last > from);
  if (from === null || tie === null) {
    if (!isFull) return onwards(null);
    return onwards(movesOn ? { from: page.last, tie: null } : { from, tie: 'any' });
  }
  if (!isFull || movesOn) return onwards(afterTie(from, tie === 'any' ? null : tie));
  // A smaller page is made larger first, and one that brought something new may bring more: ties come in any order.
  if (count < MOST_PER_PAGE || page.fresh > 0) return onwards(walk);
  if (tie === 'any') return onwards({ from, tie: BOX_STATUSES[0] });
  return { walk: afterTie(from, tie), gap: { from, to: from + 1 } };
}

const onwards = (walk: Walk | null): Step => ({ walk, gap: null });

/** The next status of the same millisecond, else the millisecond after it. */
function afterTie(from: number, status: BoxStatus | null): Walk {
  const next = status === null ? undefined : BOX_STATUSES[BOX_STATUSES.indexOf(status) + 1];
  return next === undefined ? { from: from + 1, tie: null } : { from, tie: next };
}
