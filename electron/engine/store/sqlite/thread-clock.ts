import type { SqlDriver } from './driver.ts';

/** How many writes there were that threads rest on, by any process. */
export const threadClock = (sql: SqlDriver): number =>
  sql.get<{ n: number }>('SELECT n FROM thread_clock')?.n ?? 0;

/** Counts one more; returns how many there are. */
export const tick = (sql: SqlDriver): number =>
  sql.get<{ n: number }>('UPDATE thread_clock SET n = n + 1 RETURNING n')?.n ?? 0;
