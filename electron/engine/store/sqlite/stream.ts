import type { Filter } from '../../../../shared/filter.ts';
import type { Facts, NotificationRow } from '../../../../shared/notification.ts';
import { NEWEST } from './cursor.ts';
import type { SqlDriver } from './driver.ts';
import { find } from './find.ts';
import { readRowsWithFacts } from './rows.ts';

const CHUNK = 500;

/** The arrival above which a stream that begins now sees nothing. */
export const newestSeq = (sql: SqlDriver): number =>
  sql.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM notification')?.seq ?? 0;

/**
 * The next rows of a stream below `below`, and where the one after them begins; null at the end. Each chunk is
 * a read of its own, so that a slow reader holds up no checkpoint.
 */
export function streamChunk(
  sql: SqlDriver,
  filter: Filter,
  below: number,
): { rows: { row: NotificationRow; facts: Facts }[]; below: number } | null {
  const seqs = find(sql, filter, Math.min(below, NEWEST), CHUNK);
  const last = seqs.at(-1);
  return last === undefined ? null : { rows: readRowsWithFacts(sql, seqs), below: last };
}
