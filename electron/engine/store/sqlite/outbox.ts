import type { Reason } from '../../../../shared/failure.ts';
import type { OutboxItem } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { addHistory } from './history.ts';
import { notificationsOf } from './keep.ts';
import { clearPicked, movePicked, pick } from './shelves.ts';

/** Due items of one account, the longest due first. */
export function dueOutbox(sql: SqlDriver, account: string, now: number, limit: number): OutboxItem[] {
  return sql
    .all<{ seq: number; account: string; remote_id: string; due_at: number; attempts: number }>(
      `SELECT o.seq, o.account, p.remote_id, o.due_at, o.attempts FROM outbox o JOIN payload p ON p.id = o.payload
       WHERE o.account = ? AND o.due_at <= ? ORDER BY o.due_at, o.seq LIMIT ?`,
      account,
      now,
      limit,
    )
    .map((item) => ({
      notification: String(item.seq),
      account: item.account,
      remoteId: item.remote_id,
      dueAt: item.due_at,
      attempts: item.attempts,
    }));
}

export function nextOutboxDue(sql: SqlDriver, account: string): number | null {
  const next = sql.get<{ at: number | null }>(
    'SELECT min(due_at) AS at FROM outbox WHERE account = ?',
    account,
  );
  return next?.at ?? null;
}

export function outboxCount(sql: SqlDriver, account: string): number {
  return sql.get<{ n: number }>('SELECT count(*) AS n FROM outbox WHERE account = ?', account)?.n ?? 0;
}

/** The source has been told. Also of what was undone while the call was on its way: it is told all the same. */
export function sent(sql: SqlDriver, account: string, remoteIds: readonly string[], now: number): number {
  const payloads = sql
    .all<{ id: number }>(
      `UPDATE payload SET upstream = 'acknowledged', sent_at = ? WHERE account = ?
         AND remote_id IN (SELECT value FROM json_each(?)) RETURNING id`,
      now,
      account,
      JSON.stringify(remoteIds),
    )
    .map(({ id }) => id);
  const ids = JSON.stringify(payloads);
  sql.run('DELETE FROM outbox WHERE payload IN (SELECT value FROM json_each(?))', ids);
  const seqs = notificationsOf(sql, payloads);
  clearPicked(sql);
  pick(sql, seqs);
  movePicked(sql, { upstream: 'acknowledged' });
  for (const seq of seqs) addHistory(sql, seq, 'sent', null, null, now);
  return seqs.length;
}

/** The source has not been told, and why. What was undone meanwhile is not tried again. */
export function sendFailed(
  sql: SqlDriver,
  account: string,
  failures: ReadonlyMap<string, { reason: Reason; nextAttemptAt: number }>,
  now: number,
): number {
  let changed = 0;
  for (const [remoteId, { reason, nextAttemptAt }] of failures) {
    const failed = sql.get<{ payload: number }>(
      `UPDATE outbox SET attempts = attempts + 1, failure = ?, due_at = ?
       WHERE payload = (SELECT id FROM payload WHERE account = ? AND remote_id = ?) RETURNING payload`,
      reason,
      nextAttemptAt,
      account,
      remoteId,
    );
    if (failed === undefined) continue;
    const seqs = notificationsOf(sql, [failed.payload]);
    for (const seq of seqs) addHistory(sql, seq, 'send-failed', null, reason, now);
    changed += seqs.length;
  }
  return changed;
}

/** Makes every failed item of the account due now. */
export function retryOutbox(sql: SqlDriver, account: string, now: number): number {
  return sql.run('UPDATE outbox SET due_at = ? WHERE account = ? AND failure IS NOT NULL', now, account);
}
