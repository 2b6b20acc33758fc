/** A day of the calendar in UTC, such as `2026-11-22`. J.P. Morgan does not say where its days begin and end. */
export type Day = string;

export const DAY_MS = 86_400_000;

export const dayOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** When a day begins, epoch milliseconds. */
export const startOf = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`);

export const addDays = (day: Day, count: number): Day => dayOf(startOf(day) + count * DAY_MS);

/** How many days later `to` is. */
export const daysFrom = (from: Day, to: Day): number => Math.round((startOf(to) - startOf(from)) / DAY_MS);

/** Both ends included, newest first; none where `oldest` is later. */
export const daysBack = (newest: Day, oldest: Day): readonly Day[] =>
  Array.from({ length: Math.max(0, daysFrom(oldest, newest) + 1) }, (_, index) => addDays(newest, -index));
