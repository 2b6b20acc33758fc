import type { JpmCursor } from './cursor.ts';
import { addDays, dayOf, startOf, type Day } from './day.ts';
import type { WalkedDay } from './walk-day.ts';

/** The cursor once a day was walked and what it holds is kept with it. Pure. */
export function settleDay(cursor: JpmCursor, walked: WalkedDay, now: number): JpmCursor {
  const { day, found, isRefused } = walked;
  const isGone = isRefused === true || (found.size === 0 && cursor.full.includes(day));
  return {
    ...cursor,
    owed: cursor.owed.filter((other) => other !== day),
    failed: cursor.failed.filter((other) => other !== day),
    full: fullDays(cursor.full, walked),
    away: cursor.away === null ? null : seenFromAway(cursor.away, walked, isGone, addDays(dayOf(now), -2)),
  };
}

/** The cursor once an older day could not be read: it stays owed, and those that have not failed come first. Pure. */
export const putLast = (cursor: JpmCursor, day: Day): JpmCursor => ({
  ...cursor,
  failed: [...cursor.failed.filter((other) => other !== day), day],
});

type Away = NonNullable<JpmCursor['away']>;

/** Once a day is found empty that was not, older ones add nothing. One that failed at first comes after older ones. */
function seenFromAway(away: Away, { day, found }: WalkedDay, isGone: boolean, newest: Day): Away {
  if (day > newest || (away.gone !== null && day <= away.gone)) return away;
  if (isGone) {
    const isBefore = away.oldestFull !== null && away.oldestFull < day;
    return { ...away, gone: day, oldestFull: isBefore ? null : away.oldestFull };
  }
  const isOlder = away.oldestFull === null || day < away.oldestFull;
  return found.size > 0 && isOlder ? { ...away, oldestFull: day } : away;
}

function fullDays(full: readonly Day[], { day, found, hasDelivered }: WalkedDay): Day[] {
  if (hasDelivered === full.includes(day) || (found.size > 0 && !hasDelivered)) return [...full];
  const others = full.filter((other) => other !== day);
  return (hasDelivered ? [...others, day] : others).sort().reverse().slice(0, MOST_FULL_DAYS);
}

const MOST_FULL_DAYS = 40;

/** A stretch of which the source no longer tells, known once the days of an absence are walked. */
export interface LostHistory {
  readonly from: number;
  readonly to: number;
  /** The first day of which it still tells. */
  readonly before: Day;
}

/** Ends an absence whose days have all been walked: the cursor without it, and what turned out to be lost. Pure. */
export function endAbsence(cursor: JpmCursor): {
  readonly cursor: JpmCursor;
  readonly lost: LostHistory | null;
} {
  const { away } = cursor;
  if (away === null) return { cursor, lost: null };
  const oldest = away.gone ?? addDays(dayOf(away.since), -1);
  if (cursor.owed.some((day) => day >= oldest)) return { cursor, lost: null };
  const before = away.oldestFull ?? addDays(dayOf(away.until), -1);
  const isLost = away.gone !== null && startOf(before) > away.since;
  return {
    cursor: { ...cursor, away: null },
    lost: isLost ? { from: away.since, to: startOf(before), before } : null,
  };
}
