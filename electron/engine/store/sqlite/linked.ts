import type { SqlDriver } from './driver.ts';
import type { LinkedNotification } from '../thread-store.ts';
import { readRowsWithFacts, seqsOf } from './rows.ts';

/** Ids of notifications with one of these reference values, newest first, `limit` at most. */
export function linked(sql: SqlDriver, values: readonly string[], limit: number): string[] {
  // Value by value, so that one which very many share costs no more than the limit.
  const seqs = values.flatMap((value) => sql.all<{ seq: number }>(WITH_VALUE, value, limit));
  const newestFirst = [...new Set(seqs.map(({ seq }) => seq))].sort((a, b) => b - a);
  return newestFirst.slice(0, limit).map(String);
}

const WITH_VALUE = 'SELECT DISTINCT seq FROM reference WHERE value = ? ORDER BY seq DESC LIMIT ?';

/** These notifications with facts and the source's ids, newest first. */
export function linkedNotifications(sql: SqlDriver, ids: readonly string[]): LinkedNotification[] {
  const seqs = seqsOf(ids);
  const remoteIds = new Map(
    sql
      .all<{ seq: number; remote_id: string }>(REMOTE_IDS, JSON.stringify(seqs))
      .map(({ seq, remote_id: remoteId }) => [String(seq), remoteId]),
  );
  return readRowsWithFacts(sql, seqs).map(({ row, facts }) => ({
    row,
    facts,
    remoteId: remoteIds.get(row.id) ?? row.id,
  }));
}

const REMOTE_IDS = `SELECT n.seq, p.remote_id FROM notification n JOIN payload p ON p.id = n.payload
  WHERE n.seq IN (SELECT value FROM json_each(?))`;
