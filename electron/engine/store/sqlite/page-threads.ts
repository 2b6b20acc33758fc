import type { ListRow, Page } from '../../../../shared/engine-api.ts';
import type { Filter } from '../../../../shared/filter.ts';
import type { ViewCounts } from '../../../../shared/status.ts';
import { cursorAfter, seqBefore } from './cursor.ts';
import type { SqlDriver } from './driver.ts';
import { QUIET_THREADS } from './filter-sql.ts';
import { findThreads } from './find-threads.ts';
import { readRows } from './rows.ts';
import { threadSummaries } from './thread-summaries.ts';

/** One page of the threads that the filter shows, newest arrival first. */
export function pageThreads(sql: SqlDriver, filter: Filter, after: string | null, limit: number): Page {
  const { places, total, totalIsCapped } = findThreads(sql, filter, seqBefore(after), limit + 1);
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  const summaries = threadSummaries(sql, shown);
  return {
    rows: readRows(sql, shown).map((row): ListRow => ({ ...row, thread: summaries.get(row.id) ?? null })),
    next: places.length > limit && last !== undefined ? cursorAfter(last) : null,
    total,
    totalIsCapped,
  };
}

/** From counters, and an index that holds threads with a notice alone. */
export function threadCounts(sql: SqlDriver): { counts: ViewCounts; quiet: number } {
  const counts = sql.get<ViewCounts>(
    `SELECT total(n) FILTER (WHERE calling = 1) AS needsAction,
       total(n) FILTER (WHERE state = 'new') AS new, total(n) AS "all",
       total(n) FILTER (WHERE state = 'acknowledged') AS acknowledged
     FROM thread_count`,
  );
  const quiet = sql.get<{ n: number }>(`SELECT count(*) AS n FROM (${QUIET_THREADS})`)?.n ?? 0;
  return { counts: { needsAction: 0, new: 0, all: 0, acknowledged: 0, ...counts }, quiet };
}
