import type { ListRow } from '../../shared/engine-api.ts';
import type { Attention, NotificationRow } from '../../shared/notification.ts';

/** The row as the list treats it: the state of a thread stands in place of that of its newest notification. */
export const asListed = (row: ListRow): ListRow =>
  row.thread === null ? row : { ...row, state: row.thread.state };

/** One notification by itself, as a row. */
export const single = (row: NotificationRow): ListRow => ({ ...row, thread: null });

/** Every notification that the row stands for, newest first. */
export const idsOf = (row: ListRow): readonly string[] => row.thread?.members ?? [row.id];

/** Whether the row stands for this notification: a thread keeps doing so when a newer one becomes its face. */
export const bears = (row: ListRow, id: string): boolean =>
  row.id === id || (row.thread?.members.includes(id) ?? false);

/** Names the row for as long as it is on screen: the oldest notification of a thread, which newer ones do not change. */
export const rowKey = (row: ListRow): string => row.thread?.members.at(-1) ?? row.id;

export const attentionOf = (row: ListRow): Attention => row.thread?.attention ?? row.attention;

/** How many notifications in the row are new. */
export function freshIn(row: ListRow): number {
  if (row.state !== 'new') return 0;
  return row.thread?.fresh ?? 1;
}

/** The place of every notification that these rows stand for; `start` is that of the first row. */
export const placesOf = (rows: readonly ListRow[], start: number): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, index) => idsOf(row).map((id) => [id, start + index] as const)));
