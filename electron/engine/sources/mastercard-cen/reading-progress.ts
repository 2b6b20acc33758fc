import { WIDEST_MS, type Lane, type Reading } from './reading.ts';
import { latestEnd, walkOf, type Plan, type Present } from './reading-plan.ts';
import { PAGES_WANTED, type Step } from './window.ts';

/** What a step of a window means for the reading as a whole. */
export function advance(plan: Plan, step: Step, present: Present): Reading {
  const { reading, lane, window } = plan;
  const next: Reading = { ...reading, turn: lane === 'news' && reading.sweep !== null ? 'sweep' : 'news' };
  switch (step.is) {
    case 'on':
      return withWalk(next, lane, { window: step.window });
    case 'narrowed':
      return withWalk(withWidth(next, lane, step.widthMs), lane, { window: step.window });
    case 'walked': {
      const widthMs = learntWidth(reading.widthMs[lane], window.end - window.start, step);
      return passed(withWidth(next, lane, widthMs), lane, window.end, present);
    }
    case 'stuck':
      return passed(next, lane, window.end, present);
  }
}

function withWalk(reading: Reading, lane: Lane, change: Partial<NonNullable<Reading[Lane]>>): Reading {
  return { ...reading, [lane]: { ...walkOf(reading, lane), ...change } };
}

const withWidth = (reading: Reading, lane: Lane, widthMs: number): Reading => ({
  ...reading,
  widthMs: { ...reading.widthMs, [lane]: widthMs },
});

/** The window that ends at `end` is behind us. */
function passed(reading: Reading, lane: Lane, end: number, present: Present): Reading {
  return lane === 'news' ? newsPassed(reading, end, present) : sweepPassed(reading, end);
}

function newsPassed(reading: Reading, end: number, present: Present): Reading {
  const walk = walkOf(reading, 'news');
  const latest = latestEnd(present);
  // A window or a high-water mark that ends in the future was set by a clock that was wrong.
  const highWater = Math.min(Math.max(end, reading.highWater ?? end), latest);
  if (latest - end > NEAR_MS) return withWalk({ ...reading, highWater }, 'news', { at: end, window: null });
  return {
    ...reading,
    highWater,
    settledAt: walk.startedAt,
    news: null,
    // The first walk goes over all that is kept, as a sweep does.
    sweptAt: reading.sweptAt ?? walk.startedAt,
  };
}

function sweepPassed(reading: Reading, end: number): Reading {
  const walk = walkOf(reading, 'sweep');
  if (end < (walk.until ?? end)) return withWalk(reading, 'sweep', { at: end, window: null });
  return { ...reading, sweep: null, sweptAt: walk.startedAt, turn: 'news' };
}

/** A walk that has come so near to the present is done: the next begins at once, an hour back. */
const NEAR_MS = 60_000;

/** Wider after few rows, narrower after too many. */
function learntWidth(widthMs: number, walkedMs: number, { rows, pages }: Walked): number {
  if (pages > PAGES_WANTED + 1) return Math.max(1, Math.floor((walkedMs * PAGES_WANTED) / pages));
  if (pages > 1) return widthMs;
  return Math.min(widthMs * (rows <= FEW_ROWS ? 4 : 2), WIDEST_MS);
}

type Walked = Extract<Step, { readonly is: 'walked' }>;

const FEW_ROWS = 25;
