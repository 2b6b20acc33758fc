import type { Facets } from '../../../../shared/engine-api.ts';
import type { ViewCounts } from '../../../../shared/status.ts';
import type { SqlDriver } from './driver.ts';

export function viewCounts(sql: SqlDriver): ViewCounts {
  const counts = sql.get<ViewCounts>(
    `SELECT total(n) FILTER (WHERE state = 'new' AND attention = 'act' AND settled = 0) AS needsAction,
       total(n) FILTER (WHERE state = 'new') AS new, total(n) AS "all",
       total(n) FILTER (WHERE state = 'acknowledged') AS acknowledged
     FROM shelf WHERE n > 0`,
  );
  return { needsAction: 0, new: 0, all: 0, acknowledged: 0, ...counts };
}

/** How many rows each choice of each filter would show by itself, the most first. */
export function facets(sql: SqlDriver): Facets {
  return {
    types: facet(sql, 'type'),
    attention: facet(sql, 'attention'),
    states: facet(sql, 'state'),
    upstream: facet(sql, 'upstream'),
    accounts: facet(sql, 'account'),
  };
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the column says what its values are
function facet<Value>(
  sql: SqlDriver,
  column: 'type' | 'attention' | 'state' | 'upstream' | 'account',
): { value: Value; count: number }[] {
  return sql
    .all<{ value: Value; count: number }>(
      `SELECT ${column} AS value, sum(n) AS count FROM shelf WHERE n > 0 AND ${column} <> ''
       GROUP BY ${column} ORDER BY count DESC, value`,
    )
    .map(({ value, count }) => ({ value, count }));
}
