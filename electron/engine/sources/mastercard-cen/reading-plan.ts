import type { Lane, Reading, Walk } from './reading.ts';
import { newWindow, type Window } from './window.ts';

/** Now, as the server sees it. */
export interface Present {
  /** Epoch milliseconds, never ahead of the server's own. */
  readonly now: number;
  readonly retentionMs: number;
}

export interface Plan {
  readonly reading: Reading;
  readonly lane: Lane;
  readonly window: Window;
  /** What expired before it could be walked; null for nothing. */
  readonly lost: { readonly from: number; readonly to: number } | null;
}

/** How far back each reading begins behind the one before: nobody says how late a row may show. */
export const OVERLAP_MS = 3_600_000;
/** How often all that is kept is walked again, for rows that show later than that. */
const SWEEP_EVERY_MS = 24 * 3_600_000;
/** A window must not end in the future, and rows of this very second may be yet to come. */
const LAG_MS = 5_000;
/** A window is not to begin before what is kept: a start that is too old may be refused. */
const EDGE_MS = 30_000;
/** What expires while the first window is walked is left out. */
const FRESH_EDGE_MS = 300_000;

/** Which window is walked next, oldest first; news and a sweep in turns. `passOver`: the lane that has just failed. */
export function planReading(stored: Reading, present: Present, failed: Lane | null): Plan {
  const { reading: whole, lost } = withoutLost(stored, present);
  const reading = withSweep(withNews(whole, present), present);
  const lane =
    reading.sweep === null || failed === 'sweep' ? 'news' : failed === 'news' ? 'sweep' : reading.turn;
  const walk = walkOf(reading, lane);
  return { reading, lane, lost, window: windowOf(walk, reading.widthMs[lane], present) };
}

/** Whether a window asks for what the server, by what it now says of its time, cannot answer. */
export const isOutside = ({ start, end }: Window, { now, retentionMs }: Present): boolean =>
  end > now || start < now - retentionMs;

/** The latest creation that a window may ask for. */
export const latestEnd = ({ now }: Present): number => now - LAG_MS;

export function walkOf(reading: Reading, lane: Lane): Walk {
  const walk = reading[lane];
  if (walk === null) throw new Error(`no walk over ${lane} is under way`);
  return walk;
}

const edge = ({ now, retentionMs }: Present): number => now - retentionMs + EDGE_MS;
const freshEdge = ({ now, retentionMs }: Present): number => now - retentionMs + FRESH_EDGE_MS;

/** What has expired is left behind, in both walks and for good. */
function withoutLost(reading: Reading, present: Present): Pick<Plan, 'reading' | 'lost'> {
  const { highWater, news, sweep } = reading;
  const isLost = highWater !== null && highWater < edge(present);
  const to = freshEdge(present);
  const known = isLost ? to : highWater;
  return {
    reading: {
      ...reading,
      highWater: known,
      // Never past what has not been walked yet.
      news: news === null ? null : movedUp(news, Math.min(to, known ?? to), present),
      sweep: sweep === null ? null : movedUp(sweep, to, present),
    },
    lost: isLost ? { from: highWater, to } : null,
  };
}

function movedUp(walk: Walk, to: number, present: Present): Walk {
  return walk.at >= edge(present) ? walk : { ...walk, at: to, window: null };
}

function withNews(reading: Reading, present: Present): Reading {
  const latest = latestEnd(present);
  const { news } = reading;
  // A clock that was set back has left the walk in the future.
  if (news !== null && news.at < latest) return reading;
  const walk = { at: newsStart(reading, present), until: null, startedAt: present.now, window: null };
  return { ...reading, highWater: reading.highWater ?? walk.at, news: walk };
}

function newsStart({ highWater, settledAt }: Reading, present: Present): number {
  if (highWater === null) return freshEdge(present);
  const settled = Math.min(highWater, settledAt ?? highWater, latestEnd(present));
  return Math.max(settled - OVERLAP_MS, edge(present));
}

function withSweep(reading: Reading, present: Present): Reading {
  const { sweep, sweptAt, highWater } = reading;
  const until = Math.min(highWater ?? 0, latestEnd(present));
  if (sweep !== null) return sweep.at < (sweep.until ?? until) ? reading : { ...reading, sweep: null };
  const isDue = sweptAt !== null && Math.abs(present.now - sweptAt) >= SWEEP_EVERY_MS;
  const at = freshEdge(present);
  if (!isDue || at >= until) return reading;
  return { ...reading, sweep: { at, until, startedAt: present.now, window: null }, turn: 'news' };
}

function windowOf({ at, until, window }: Walk, widthMs: number, present: Present): Window {
  const latest = latestEnd(present);
  if (window !== null && window.end <= latest) return window;
  return newWindow(at, Math.max(at + 1, Math.min(at + widthMs, until ?? latest, latest)));
}
