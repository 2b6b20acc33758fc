import type { NotificationRow } from '../../../../shared/notification.ts';
import type { StoredAlert } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { addHistory } from './history.ts';
import { readRows, seqsOf } from './rows.ts';
import { clearPicked, pick } from './shelves.ts';
import { forgetUnalerted } from './unalerted.ts';

/** Keeps an alert for those of its notifications that have not spoken; null where all of them had. */
export function addAlert(
  sql: SqlDriver,
  alert: { notifications: readonly string[]; title: string; body: string },
  now: number,
): StoredAlert | null {
  const silent = sql
    .all<{ seq: number }>(
      `SELECT seq FROM notification WHERE seq IN (SELECT value FROM json_each(?))
         AND seq NOT IN (SELECT seq FROM alerted) ORDER BY seq DESC`,
      JSON.stringify(seqsOf(alert.notifications)),
    )
    .map(({ seq }) => seq);
  if (silent.length === 0) return null;
  const kept = sql.get<{ id: number }>(
    'INSERT INTO alert (title, body, created_at) VALUES (?, ?, ?) RETURNING id',
    alert.title,
    alert.body,
    now,
  );
  if (kept === undefined) throw new Error('an alert was kept and has no number');
  const seqs = JSON.stringify(silent);
  sql.run('INSERT INTO alerted (seq, alert) SELECT value, ? FROM json_each(?)', kept.id, seqs);
  clearPicked(sql);
  pick(sql, silent);
  forgetUnalerted(sql);
  return {
    id: String(kept.id),
    notifications: silent.map(String),
    title: alert.title,
    body: alert.body,
    attempts: 0,
  };
}

/** What must be acted on, is new, and of which no alert has spoken; oldest first. */
export function unalerted(sql: SqlDriver, account: string, limit: number): NotificationRow[] {
  const seqs = sql.all<{ seq: number }>(
    'SELECT seq FROM unalerted WHERE account = ? ORDER BY seq LIMIT ?',
    account,
    limit,
  );
  return readRows(
    sql,
    seqs.map(({ seq }) => seq),
  ).reverse();
}

/** Alerts not shown yet and not given up, oldest first, each with its notifications newest first. */
export function pendingAlerts(sql: SqlDriver): StoredAlert[] {
  return sql
    .all<{ id: number; title: string; body: string; attempts: number }>(
      'SELECT id, title, body, attempts FROM alert WHERE outcome IS NULL ORDER BY id',
    )
    .map(({ id, title, body, attempts }) => ({
      id: String(id),
      notifications: notificationsOfAlert(sql, id).map(String),
      title,
      body,
      attempts,
    }));
}

/** How an alert ended. One that failed stays pending, with one more attempt counted. */
export function alertOutcome(
  sql: SqlDriver,
  alert: string,
  outcome: 'shown' | 'not-shown' | 'failed',
  why: string | null,
  now: number,
): void {
  const id = Number(alert);
  if (!Number.isSafeInteger(id)) return;
  if (outcome === 'failed') {
    sql.run('UPDATE alert SET attempts = attempts + 1, why = ? WHERE id = ? AND outcome IS NULL', why, id);
    return;
  }
  const ended = sql.run(
    'UPDATE alert SET attempts = attempts + 1, outcome = ?, why = ? WHERE id = ? AND outcome IS NULL',
    outcome,
    why,
    id,
  );
  if (ended === 0) return;
  const event = outcome === 'shown' ? 'alert-shown' : 'alert-not-shown';
  for (const seq of notificationsOfAlert(sql, id)) addHistory(sql, seq, event, null, why, now);
}

const notificationsOfAlert = (sql: SqlDriver, alert: number): number[] =>
  sql
    .all<{ seq: number }>('SELECT seq FROM alerted WHERE alert = ? ORDER BY seq DESC', alert)
    .map(({ seq }) => seq);
