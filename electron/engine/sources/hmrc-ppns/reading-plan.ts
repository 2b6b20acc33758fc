import type { Reading } from './reading.ts';
import type { Walk } from './walk.ts';

/** `fresh` looks for what is new, `sweep` goes over what is held. */
export type Lane = 'fresh' | 'sweep';

/**
 * How far back a reading begins behind the newest message. A message is dated before it can be listed, and
 * HMRC's servers need not agree on the time; how late one may show is not published.
 */
export const OVERLAP_MS = 5 * 60_000;
/** How often everything that the box holds is read again. */
const FULL_SWEEP_EVERY_MS = 24 * 3_600_000;
/** How many messages already held a reading may begin with: half a page leaves room for new ones. */
export const MOST_HELD_AGAIN = 50;

/** Begins a sweep where one is due: a full one each day, or one over what was read in a hurry. */
export function planSweep(reading: Reading, now: number): Reading {
  if (reading.sweep !== null) return reading;
  const { sweptAt, recheck, newest } = reading;
  const begun = { startedAt: now, until: newest, anchor: null, newest: null };
  if (sweptAt === null || isDue(sweptAt, FULL_SWEEP_EVERY_MS, now)) {
    return { ...reading, sweep: { ...begun, walk: { from: null, tie: null }, isFull: true }, turn: 'fresh' };
  }
  if (recheck === null || !isDue(recheck.since, OVERLAP_MS, now)) return reading;
  const isStillBusy = now - recheck.marked < OVERLAP_MS;
  return {
    ...reading,
    sweep: { ...begun, walk: { from: recheck.from, tie: null }, isFull: false },
    recheck: isStillBusy ? { ...recheck, from: earliestUnsettled(now), since: now } : null,
    turn: 'fresh',
  };
}

/**
 * Whose turn the next list call is. While both are under way they take turns, so that a sweep delays news by
 * one slot; a sweep that has come to where news would be looked for reads them as well.
 */
export function laneOf(reading: Reading): Lane {
  const { sweep, fresh, turn } = reading;
  if (sweep === null) return 'fresh';
  const start = freshStart(reading);
  const { from } = sweep.walk;
  const readsNews =
    sweep.until === null && fresh === null && (start === null || (from !== null && from >= start));
  return readsNews ? 'sweep' : turn;
}

export function walkOf(reading: Reading, lane: Lane): Walk {
  if (lane === 'sweep' && reading.sweep !== null) return reading.sweep.walk;
  return reading.fresh ?? { from: freshStart(reading), tie: null };
}

/**
 * Minutes behind the newest, less where so much came in them that reading it again would fill the page and
 * keep news waiting; what is left out then is swept a little later. Right behind the newest once the box has
 * been quiet for long enough, so that a night's polls do not fetch the evening's messages again and again.
 */
export function freshStart({ newest, settled, recent, sweep }: Reading): number | null {
  const base = latest(newest, sweep?.anchor ?? null);
  if (base === null) return null;
  if (base === settled) return base + 1;
  const wide = Math.max(0, base - OVERLAP_MS);
  const [first] = recent;
  return recent.length < MOST_HELD_AGAIN || first === undefined
    ? wide
    : Math.max(wide, Math.min(first, base));
}

/** Before this instant everything that exists can be listed by `now`. */
export const earliestUnsettled = (now: number): number => Math.max(0, now - 2 * OVERLAP_MS);

export const latest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** A clock that was set back makes it due as well. */
const isDue = (since: number, everyMs: number, now: number): boolean => now - since >= everyMs || now < since;
