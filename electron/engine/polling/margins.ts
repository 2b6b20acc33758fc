/**
 * What is added to a limit so that it holds where it is measured: at the server. Two calls that leave 10.000 s
 * apart arrive closer together when the first is held up on the way and the second is not.
 */

/** Added to every gap: covers clocks that run a little apart and what the server rounds. */
export const BASE_MARGIN_MS = 15;

/**
 * How long a call may be on its way to the server, beyond the base margin. With the base margin it makes 80 ms,
 * which leaves a fifth of the 100 ms by which the mean gap may exceed 10 s to timers and to the disk.
 */
export const IN_FLIGHT_MS = 65;

/**
 * Calls that were answered sooner than `IN_FLIGHT_MS` save the difference, up to this much, for one that is held
 * up for longer: by a cold connection, a busy process, a slow disk. The mean gap stays what it would be without.
 */
export const MAX_SAVED_MS = 500;

/**
 * What a process has saved before its first call: that one goes out cold, through code not yet loaded and a
 * connection not yet made. Spent once, so that it is lost in the mean within minutes.
 */
export const SAVED_AT_START_MS = 250;

/** How often a call that has no answer yet is noted anew, so that nobody takes its slot for free. */
export const UNANSWERED_MS = 5000;

/** Limits shorter than this are "n calls a second": see `gapMs`. */
const ONE_SECOND_MS = 1000;

/**
 * A limit of n calls a second is broken by n + 1 arrivals inside one second, so it is enough that the n gaps
 * between them carry the allowance of one call together: 140 ms a second. It is more than a single gap has,
 * because nothing settles it: a busy machine holds a call up for longer than a quiet network does.
 */
const SHARE_OF_A_SECOND = 0.14;

/** How far apart two calls start here, so that they arrive `spacingMs` apart there. */
export function gapMs(spacingMs: number): number {
  return isSettled(spacingMs) ? spacingMs + BASE_MARGIN_MS : spacingMs * (1 + SHARE_OF_A_SECOND);
}

/**
 * Whether each single gap of this limit is guarded by waiting for the answer: the server cannot have seen a call
 * later than it answered it. A limit of several calls a second has its allowance in the gap instead.
 */
export const isSettled = (spacingMs: number): boolean => spacingMs >= ONE_SECOND_MS;
