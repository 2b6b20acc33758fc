import type { SourceName } from '../../../../shared/accounts/source-name.ts';
import type { Gap, StoredGap } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { removeFromIndex } from './search-index.ts';
import { dropSpeechless } from './alerts.ts';
import { clearPicked } from './shelves.ts';
import { unthreadPicked } from './thread-members.ts';

export interface AccountName {
  readonly id: string;
  readonly source: SourceName;
}

/** The account's record, begun at the first call. One whose id now names another source begins anew. */
export function accountRecord(
  sql: SqlDriver,
  account: AccountName,
  now: number,
): { firstSeenAt: number; drainedAt: number | null } {
  sql.run(BEGIN_RECORD, account.id, account.source, now);
  const record = sql.get<{ first_seen_at: number; drained_at: number | null }>(
    'SELECT first_seen_at, drained_at FROM account WHERE id = ?',
    account.id,
  );
  return { firstSeenAt: record?.first_seen_at ?? now, drainedAt: record?.drained_at ?? null };
}

const BEGIN_RECORD = `INSERT INTO account (id, source, first_seen_at) VALUES (?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET source = excluded.source, first_seen_at = excluded.first_seen_at,
    drained_at = NULL, cursor = NULL
  WHERE source <> excluded.source`;

export const hasRecords = (sql: SqlDriver): boolean => sql.get('SELECT 1 FROM account LIMIT 1') !== undefined;

export function markDrained(sql: SqlDriver, account: string, now: number): void {
  sql.run('UPDATE account SET drained_at = ? WHERE id = ? AND drained_at IS NULL', now, account);
}

/** False where it was known. */
export function addGap(sql: SqlDriver, gap: Gap): boolean {
  const insert = 'INSERT OR IGNORE INTO gap (account, from_at, to_at, why) VALUES (?, ?, ?, ?)';
  return sql.run(insert, gap.account, gap.from, gap.to, gap.why) > 0;
}

/** Those that nobody has dismissed, oldest first. */
export function gaps(sql: SqlDriver): StoredGap[] {
  return sql
    .all<StoredGap>(
      `SELECT gap.account, account.source, from_at AS "from", to_at AS "to", why
       FROM gap LEFT JOIN account ON account.id = gap.account
       WHERE dismissed_at IS NULL ORDER BY from_at, gap.account, to_at`,
    )
    .map(({ account, source, from, to, why }) => ({ account, source, from, to, why }));
}

/** The gap of these very ends; one that a person has dismissed stays so. */
export function closeGap(sql: SqlDriver, account: string, from: number, to: number, now: number): void {
  const close = `UPDATE gap SET dismissed_at = ?, dismissed_by = 'Quayside: it came after all'
    WHERE account = ? AND from_at = ? AND to_at = ? AND dismissed_at IS NULL`;
  sql.run(close, now, account, from, to);
}

/** False where the account has no gap inside the stretch. Who dismissed it first, and when, stays. */
export function dismissGap(
  sql: SqlDriver,
  account: string,
  from: number,
  to: number,
  by: string,
  now: number,
): boolean {
  const dismiss = `UPDATE gap SET dismissed_at = coalesce(dismissed_at, ?), dismissed_by = coalesce(dismissed_by, ?)
    WHERE account = ? AND from_at >= ? AND to_at <= ?`;
  return sql.run(dismiss, now, by, account, from, to) > 0;
}

/**
 * Removes all that the account left here, and overwrites it on disk; its words leave the full-text index as that is
 * merged. Its ids are not given to others.
 */
export function forgetAccount(sql: SqlDriver, account: string): void {
  sql.exec('PRAGMA secure_delete = ON');
  try {
    removeAll(sql, account);
  } finally {
    sql.exec('PRAGMA secure_delete = OFF');
  }
}

function removeAll(sql: SqlDriver, account: string): void {
  clearPicked(sql);
  sql.run(
    `INSERT INTO temp.picked SELECT n.seq FROM shelf s JOIN notification n ON n.shelf = s.id WHERE s.account = ?`,
    account,
  );
  for (const { seq } of sql.all<{ seq: number }>('SELECT seq FROM temp.picked')) removeFromIndex(sql, seq);
  unthreadPicked(sql);
  for (const table of ['history', 'alerted', 'reminded', 'reference', 'facts', 'facts_sum']) {
    sql.run(`DELETE FROM ${table} WHERE seq IN (SELECT seq FROM temp.picked)`);
  }
  dropSpeechless(sql);
  sql.run('DELETE FROM outbox WHERE account = ?', account);
  sql.run('DELETE FROM notification WHERE seq IN (SELECT seq FROM temp.picked)');
  sql.run('DELETE FROM shelf WHERE account = ?', account);
  for (const table of ['payload_body', 'payload_sum'])
    sql.run(`DELETE FROM ${table} WHERE payload IN (SELECT id FROM payload WHERE account = ?)`, account);
  for (const table of ['payload', 'gap', 'unalerted', 'account_trouble'])
    sql.run(`DELETE FROM ${table} WHERE account = ?`, account);
  sql.run('DELETE FROM account WHERE id = ?', account);
}
