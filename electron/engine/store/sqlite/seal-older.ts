import { factsSum, payloadSum } from './checksum.ts';
import type { SqlDriver } from './driver.ts';
import { PAYLOAD_COLUMNS, PAYLOAD_JOINS, wholePayload, type StoredPayload } from './payload-bytes.ts';
import { ROW_COLUMNS, rowSum, valuesOf, type RowColumns } from './row-columns.ts';
import { wholeFacts, type StoredFacts } from './stored-facts.ts';

/**
 * Gives checksums to the next `limit` payloads and rows of facts that versions without checksums have written; returns
 * how many it looked at, 0 at the end. What is plainly damaged gets none: a checksum says that a row was sound once.
 */
export function sealOlder(sql: SqlDriver, limit: number): number {
  return sealPayloads(sql, limit) + sealFacts(sql, limit);
}

function sealPayloads(sql: SqlDriver, limit: number): number {
  const rows = sql.all<StoredPayload & { id: number }>(
    `SELECT p.id, ${PAYLOAD_COLUMNS} FROM payload p ${PAYLOAD_JOINS} WHERE p.id > ${done('payload')} AND p.id <= ${upto('payload')}
     ORDER BY p.id LIMIT ?`,
    limit,
  );
  for (const row of rows) {
    if (row.body === null || row.sum !== null || wholePayload(row) === null) continue;
    sql.run('INSERT INTO payload_sum (payload, sum) VALUES (?, ?)', row.id, payloadSum(row, row.body));
  }
  return advance(sql, 'payload', rows.length, rows.at(-1)?.id);
}

function sealFacts(sql: SqlDriver, limit: number): number {
  const rows = sql.all<StoredFacts & RowColumns>(
    `SELECT f.seq, f.body, c.sum, ${ROW_COLUMNS.map((column) => `n.${column}`).join(', ')}
     FROM facts f JOIN notification n ON n.seq = f.seq LEFT JOIN facts_sum c ON c.seq = f.seq
     WHERE f.seq > ${done('facts')} AND f.seq <= ${upto('facts')} ORDER BY f.seq LIMIT ?`,
    limit,
  );
  for (const row of rows) {
    if (row.body === null || row.sum !== null || wholeFacts(row) === null) continue;
    sql.run(
      'INSERT INTO facts_sum (seq, sum, listed) VALUES (?, ?, ?)',
      row.seq,
      factsSum(row.seq, row.body),
      rowSum(row.seq, valuesOf(row)),
    );
  }
  return advance(sql, 'facts', rows.length, rows.at(-1)?.seq);
}

type Sealed = 'payload' | 'facts';

const done = (what: Sealed) => `(SELECT done FROM unsealed WHERE what = '${what}')`;
const upto = (what: Sealed) => `(SELECT upto FROM unsealed WHERE what = '${what}')`;

function advance(sql: SqlDriver, what: Sealed, looked: number, last: number | undefined): number {
  if (last === undefined) return 0;
  // Keys that a flipped bit has put out of order must not lead back.
  const isForward = sql.run('UPDATE unsealed SET done = ?1 WHERE what = ?2 AND done < ?1', last, what) > 0;
  return isForward ? looked : 0;
}
