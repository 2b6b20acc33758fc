import type { JpmCursor } from './cursor.ts';
import { addDays, daysBack, dayOf, daysFrom, DAY_MS, type Day } from './day.ts';

/** Days that belong to the present: today, tomorrow and yesterday, because it is not said in which zone days are. */
export const presentDays = (now: number): readonly Day[] => {
  const today = dayOf(now);
  return [today, addDays(today, 1), addDays(today, -1)];
};

export interface Planned {
  readonly cursor: JpmCursor;
  /** A stretch that no walk can fill, where the source's own retention says so. */
  readonly lost: { readonly from: number; readonly to: number } | null;
}

/**
 * What a sweep that begins at `now` adds to the days owed: at the first connection the last week; after an absence
 * each day of it; once a day the last week again and once a week the last month, for what shows late and for
 * deliveries that changed. `retentionDays` null: not published, so everything is asked for. Pure.
 */
export function planSweep(cursor: JpmCursor, now: number, retentionDays: number | null): Planned {
  const today = dayOf(now);
  const newest = addDays(today, -2);
  const reach = Math.min(retentionDays ?? LONGEST_REACH, LONGEST_REACH);
  const oldest = addDays(today, -reach);
  if (cursor.sweptAt === null) {
    const firstDay = later(addDays(today, -WEEK), oldest);
    const owed = merged(cursor.owed, daysBack(newest, firstDay), oldest);
    return { cursor: { ...cursor, firstDay, owed, weekWalkedAt: now, monthWalkedAt: now }, lost: null };
  }
  const { sweptAt } = cursor;
  const week = isDue(cursor.weekWalkedAt, now, DAY_MS);
  const month = isDue(cursor.monthWalkedAt, now, WEEK * DAY_MS);
  const sweptDay = dayOf(sweptAt);
  const isBack = cursor.away === null && daysFrom(sweptDay, today) >= 2;
  const first = cursor.firstDay ?? oldest;
  const wanted = [
    ...daysBack(newest, addDays(sweptDay, -1)),
    // Whether this day still holds what it held tells whether history was lost.
    ...(isBack ? cursor.full.slice(0, 1).filter((day) => day <= newest) : []),
    ...(week ? daysBack(newest, later(addDays(today, -WEEK), first)) : []),
    ...(month ? daysBack(newest, later(addDays(today, -MONTH), first)) : []),
  ];
  const owed = merged(cursor.owed, wanted, oldest);
  return {
    cursor: {
      ...cursor,
      owed,
      failed: cursor.failed.filter((day) => owed.includes(day)),
      weekWalkedAt: week ? now : cursor.weekWalkedAt,
      monthWalkedAt: month ? now : cursor.monthWalkedAt,
      away: isBack ? { since: sweptAt, until: now, gone: null, oldestFull: null } : cursor.away,
    },
    lost: isBack && sweptAt < now - reach * DAY_MS ? { from: sweptAt, to: now - reach * DAY_MS } : null,
  };
}

/** In days. */
const WEEK = 7;
const MONTH = 30;
/** Further back than this nothing is asked for day by day, which takes three seconds each. */
const LONGEST_REACH = 400;

/** A clock that was set back must not put a walk off for long. */
const isDue = (at: number | null, now: number, everyMs: number): boolean =>
  at === null || now - at >= everyMs || at > now;

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The order in which they are asked for: newest first, but those that failed after all others, the first of them first. */
export const inTurn = ({ owed, failed }: Pick<JpmCursor, 'owed' | 'failed'>): readonly Day[] => [
  ...owed.filter((day) => !failed.includes(day)),
  ...failed.filter((day) => owed.includes(day)),
];

const merged = (owed: readonly Day[], wanted: readonly Day[], oldest: Day): Day[] =>
  [...new Set([...owed, ...wanted])]
    .filter((day) => day >= oldest)
    .sort()
    .reverse();
