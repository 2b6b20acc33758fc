import type { NotificationRow } from '../../../../shared/notification.ts';
import { StoreError, type NewAlert, type StoredAlert } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { addHistory } from './history.ts';
import { readRows, seqsOf } from './rows.ts';
import { clearPicked, pick } from './shelves.ts';
import { forgetUnalerted } from './unalerted.ts';

/** Keeps an alert for those of its notifications that have not spoken; null where all of them had. */
export function addAlert(sql: SqlDriver, alert: NewAlert, now: number): StoredAlert | null {
  const silent = silentOf(sql, alert.notifications);
  if (silent.length === 0) return null;
  const kept = keepAlert(sql, alert, now);
  markAlerted(sql, silent, kept);
  return stored(kept, silent, alert);
}

/** Keeps an alert that may speak of what has spoken before. */
export function addReminder(sql: SqlDriver, alert: NewAlert, now: number): StoredAlert {
  const seqs = sql
    .all<{ seq: number }>(
      'SELECT seq FROM notification WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC',
      JSON.stringify(seqsOf(alert.notifications)),
    )
    .map(({ seq }) => seq);
  if (seqs.length === 0)
    throw new StoreError('not-found', 'What the reminder speaks of is not there any more.');
  const kept = keepAlert(sql, alert, now);
  sql.run('INSERT INTO reminded (seq, alert) SELECT value, ? FROM json_each(?)', kept, JSON.stringify(seqs));
  return stored(kept, seqs, alert);
}

/** Marks what has not spoken as if it had, and notes why; returns how many that were. */
export function settleAlerts(
  sql: SqlDriver,
  notifications: readonly string[],
  why: string,
  now: number,
): number {
  const silent = silentOf(sql, notifications);
  if (silent.length === 0) return 0;
  const kept = keepAlert(sql, { title: '', body: '', urgency: 'normal' }, now);
  sql.run(`UPDATE alert SET outcome = 'not-shown', why = ? WHERE id = ?`, why, kept);
  markAlerted(sql, silent, kept);
  for (const seq of silent) addHistory(sql, seq, 'alert-not-shown', null, why, now);
  return silent.length;
}

export function keepAlert(sql: SqlDriver, alert: Omit<NewAlert, 'notifications'>, now: number): number {
  const accounts = alert.accounts ?? [];
  const kept = sql.get<{ id: number }>(
    'INSERT INTO alert (title, body, urgency, created_at, accounts) VALUES (?, ?, ?, ?, ?) RETURNING id',
    alert.title,
    alert.body,
    alert.urgency,
    now,
    accounts.length === 0 ? null : JSON.stringify(accounts),
  );
  if (kept === undefined) throw new Error('an alert was kept and has no number');
  return kept.id;
}

function markAlerted(sql: SqlDriver, seqs: readonly number[], alert: number): void {
  sql.run('INSERT INTO alerted (seq, alert) SELECT value, ? FROM json_each(?)', alert, JSON.stringify(seqs));
  clearPicked(sql);
  pick(sql, seqs);
  forgetUnalerted(sql);
}

export const stored = (
  id: number,
  seqs: readonly number[],
  { title, body, urgency, accounts = [] }: NewAlert,
): StoredAlert => ({
  id: String(id),
  notifications: seqs.map(String),
  accounts,
  title,
  body,
  urgency,
  attempts: 0,
});

/** Forgets alerts that wait to be shown and have nothing left to speak of. */
export function dropSpeechless(sql: SqlDriver): void {
  sql.run(`DELETE FROM alert WHERE outcome IS NULL AND accounts IS NULL
    AND NOT EXISTS (SELECT 1 FROM alerted a WHERE a.alert = alert.id)
    AND NOT EXISTS (SELECT 1 FROM reminded r WHERE r.alert = alert.id)`);
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

interface StoredRow extends Pick<StoredAlert, 'title' | 'body' | 'urgency' | 'attempts'> {
  readonly id: number;
  /** A list in JSON; null where it speaks of notifications. */
  readonly accounts: string | null;
}

/** Alerts not shown yet and not given up, oldest first, each with its notifications newest first. */
export function pendingAlerts(sql: SqlDriver): StoredAlert[] {
  return sql
    .all<StoredRow>(
      'SELECT id, title, body, urgency, attempts, accounts FROM alert WHERE outcome IS NULL ORDER BY id',
    )
    .map(({ id, title, body, urgency, attempts, accounts }) => ({
      id: String(id),
      notifications: notificationsOfAlert(sql, id).map(String),
      accounts: accounts === null ? [] : (JSON.parse(accounts) as string[]),
      title,
      body,
      urgency,
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
    .all<{ seq: number }>(
      `SELECT seq FROM alerted WHERE alert = ?1 UNION SELECT seq FROM reminded WHERE alert = ?1
       ORDER BY seq DESC`,
      alert,
    )
    .map(({ seq }) => seq);

/** Those of which no alert has spoken, newest first. */
const silentOf = (sql: SqlDriver, notifications: readonly string[]): number[] =>
  sql
    .all<{ seq: number }>(
      `SELECT seq FROM notification WHERE seq IN (SELECT value FROM json_each(?))
         AND seq NOT IN (SELECT seq FROM alerted) ORDER BY seq DESC`,
      JSON.stringify(seqsOf(notifications)),
    )
    .map(({ seq }) => seq);
