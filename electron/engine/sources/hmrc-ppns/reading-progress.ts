import type { Reading } from './reading.ts';
import {
  earliestUnsettled,
  freshStart,
  latest,
  MOST_HELD_AGAIN,
  OVERLAP_MS,
  walkOf,
  type Lane,
} from './reading-plan.ts';
import { stepWalk, type PageSeen, type Step, type Walk } from './walk.ts';

export interface PageRead extends PageSeen {
  /** The most that was asked for, and from when on; 0 for all. */
  readonly count: number;
  readonly readFrom: number;
  /** The latest creation on the page. */
  readonly newest: number | null;
  /** When those were created that were new to us. */
  readonly kept: readonly number[];
  /** The server's clock with the answer; null where it did not say. */
  readonly serverDate: number | null;
}

export interface Progress {
  readonly reading: Reading;
  readonly gap: Step['gap'];
}

/** What a page of one lane means for the reading. `now` is the server's time, as well as it is known. */
export function learn(reading: Reading, lane: Lane, page: PageRead, now: number): Progress {
  const step = stepWalk(walkOf(reading, lane), page, page.count);
  const learnt =
    lane === 'sweep' ? swept(reading, step.walk, page, now) : freshened(reading, step.walk, page, now);
  const recent = [...reading.recent, ...page.kept].sort((a, b) => a - b).slice(-MOST_HELD_AGAIN);
  return { reading: { ...learnt, recent, listedAt: listedAt(reading, now) }, gap: step.gap };
}

/** Leaves a millisecond that cannot be listed, whatever is tried. */
export function leaveTie(reading: Reading, lane: Lane): Progress {
  const { from } = walkOf(reading, lane);
  if (from === null) return { reading, gap: null };
  const walk: Walk = { from: from + 1, tie: null };
  const { sweep } = reading;
  return {
    reading:
      lane === 'sweep' && sweep !== null
        ? { ...reading, sweep: { ...sweep, walk } }
        : { ...reading, fresh: walk },
    gap: { from, to: from + 1 },
  };
}

function freshened(before: Reading, next: Walk | null, page: PageRead, now: number): Reading {
  const newest = latest(before.newest, believable(page.newest, now));
  const isWhole = before.fresh === null && next === null && page.readFrom <= (newest ?? 0) - OVERLAP_MS;
  const learnt: Reading = {
    ...before,
    newest,
    settled: isWhole ? settledBy(now, newest, before) : before.settled,
    fresh: next,
    recheck: noted(noted(before.recheck, leftOut(before, now), now), passedEarly(next, page, now), now),
    turn: 'sweep',
  };
  const isBacklog = next?.tie === null && page.last !== null && page.last < earliestUnsettled(now);
  return isBacklog && page.serverDate !== null ? handOver(learnt, next, page.serverDate, now) : learnt;
}

/** Leaves a backlog to a sweep, so that what is sent now need not wait behind what was sent meanwhile. */
function handOver(reading: Reading, next: Walk, anchor: number, now: number): Reading {
  const { sweep, recheck } = reading;
  // A sweep over a backlog is behind us and will come to all of this.
  if (sweep !== null && sweep.until === null) return { ...reading, fresh: null, sweep: { ...sweep, anchor } };
  const backlog = { walk: next, isFull: false, startedAt: now, until: null, anchor, newest: null };
  // A full sweep is still due afterwards; one over what was read in a hurry is noted again.
  const unchecked = sweep === null || sweep.isFull ? null : sweep.walk.from;
  return {
    ...reading,
    fresh: null,
    sweep: backlog,
    recheck:
      unchecked === null
        ? recheck
        : { since: now, marked: now, ...recheck, from: Math.min(unchecked, recheck?.from ?? unchecked) },
  };
}

function swept(before: Reading, next: Walk | null, page: PageRead, now: number): Reading {
  const { sweep } = before;
  if (sweep === null) return before;
  const newest = latest(sweep.newest, believable(page.newest, now));
  const isPast = sweep.until !== null && next?.tie === null && next.from !== null && next.from > sweep.until;
  if (next !== null && !isPast) {
    return {
      ...before,
      sweep: {
        ...sweep,
        walk: next,
        newest,
        anchor: sweep.anchor ?? (sweep.until === null ? page.serverDate : null),
      },
      recheck:
        sweep.until === null ? noted(before.recheck, passedEarly(next, page, now), now) : before.recheck,
      turn: 'fresh',
    };
  }
  const overall = latest(before.newest, newest);
  const isBacklog = sweep.until === null && !sweep.isFull;
  return {
    ...before,
    newest: overall,
    settled: isBacklog ? before.settled : settledBy(sweep.startedAt, overall, before),
    sweep: null,
    sweptAt: sweep.isFull ? sweep.startedAt : before.sweptAt,
    turn: 'fresh',
  };
}

/** `newest` itself where a reading of all before it, begun at `startedAt`, came too late to miss a straggler. */
const settledBy = (startedAt: number, newest: number | null, { settled }: Reading): number | null =>
  newest !== null && newest <= earliestUnsettled(startedAt) ? newest : settled;

/** What is to be read again: from where, and from when on everything there can be listed but for the overlap. */
interface Unsure {
  readonly from: number;
  readonly since: number;
}

/** What a reading that begins now leaves out although it may still show late; null for nothing. */
function leftOut(reading: Reading, now: number): Unsure | null {
  const base = latest(reading.newest, reading.sweep?.anchor ?? null);
  const start = freshStart(reading);
  if (reading.fresh !== null || base === null || start === null || base === reading.settled) return null;
  if (start <= base - OVERLAP_MS) return null;
  return { from: Math.min(base - OVERLAP_MS, earliestUnsettled(now)), since: Math.min(base, now) };
}

/** What a reading that goes on has passed too close to the present; null for nothing. */
function passedEarly(next: Walk | null, page: PageRead, now: number): Unsure | null {
  const isEarly = next !== null && (page.last === null || page.last > earliestUnsettled(now));
  return isEarly ? { from: earliestUnsettled(now), since: now } : null;
}

function noted(recheck: Reading['recheck'], unsure: Unsure | null, now: number): Reading['recheck'] {
  if (unsure === null) return recheck;
  const from = Math.max(0, Math.min(recheck?.from ?? unsure.from, unsure.from));
  return { from, since: recheck?.since ?? unsure.since, marked: now };
}

/** A date in the future must not carry us past what is yet to come. */
const believable = (created: number | null, now: number): number | null =>
  created === null ? null : Math.max(0, Math.min(created, now + OVERLAP_MS));

/** Kept to the hour: it only has to tell days apart, and each change is a write. */
const listedAt = ({ listedAt: before }: Reading, now: number): number =>
  before !== null && now >= before && now - before < 3_600_000 ? before : Math.max(0, now);
