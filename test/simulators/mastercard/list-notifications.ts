import type { MastercardAnswer } from './contract.ts';
import { renderRow, type MastercardRow } from './notification-shelf.ts';
import type { NotificationQuery } from './notification-query.ts';
import type { MastercardSettings } from './settings.ts';

/** One page of what `rows`, which are oldest first, hold of the query; the total is that of this moment. */
export function notificationsPage(
  rows: readonly MastercardRow[],
  query: NotificationQuery,
  { countOf, totalOf }: Pick<MastercardSettings, 'countOf' | 'totalOf'>,
): MastercardAnswer {
  const found = rows.filter((row) => isAskedFor(row, query));
  const page = found.slice(query.offset, query.offset + query.limit);
  return jsonAnswer({
    count: countOf(page.length),
    offset: query.offset,
    limit: query.limit,
    total: totalOf(found.length),
    notifications: page.map(renderRow),
  });
}

export const jsonAnswer = (body: unknown): MastercardAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function isAskedFor(row: MastercardRow, query: NotificationQuery): boolean {
  return (
    row.createdAt >= query.start &&
    row.createdAt < query.end &&
    (query.subject === null || row.subject === query.subject) &&
    query.subscriptionNames?.includes(row.subscriptionName) !== false &&
    query.pushStatuses?.includes(row.pushStatus) !== false
  );
}
