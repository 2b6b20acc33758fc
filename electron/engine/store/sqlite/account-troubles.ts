import type { StoredAlert } from '../store.ts';
import type { AccountTrouble, TroubleChange } from '../trouble-store.ts';
import { keepAlert, stored } from './alerts.ts';
import type { SqlDriver } from './driver.ts';

/** The troubles that last, told or not. */
export const accountTroubles = (sql: SqlDriver): AccountTrouble[] =>
  sql
    .all<Omit<AccountTrouble, 'alert'> & { readonly alert: number | null }>(
      'SELECT account, kind, reason, since, seen_at AS "seenAt", alert FROM account_trouble ORDER BY account',
    )
    .map(({ account, kind, reason, since, seenAt, alert }) => ({
      ...{ account, kind, reason, since, seenAt },
      alert: alert === null ? null : String(alert),
    }));

/** Writes what has changed and keeps the alerts that tell of it. */
export function putTroubles(sql: SqlDriver, change: TroubleChange, now: number): StoredAlert[] {
  const told = () =>
    sql.all<{ alert: number }>('SELECT DISTINCT alert FROM account_trouble WHERE alert IS NOT NULL');
  const before = told();
  for (const account of change.over) sql.run('DELETE FROM account_trouble WHERE account = ?', account);
  for (const { account, kind, reason, since, seenAt, alert } of change.standing) {
    sql.run(PUT, account, kind, reason, since, seenAt, alert === null ? null : Number(alert));
  }
  const after = new Set(told().map(({ alert }) => alert));
  for (const { alert } of before) if (!after.has(alert)) sql.run(GIVE_UP, alert);
  return change.alerts.map((alert) => {
    const kept = keepAlert(sql, alert, now);
    for (const account of alert.accounts ?? []) {
      sql.run('UPDATE account_trouble SET alert = ? WHERE account = ?', kept, account);
    }
    return stored(kept, [], alert);
  });
}

const PUT = `INSERT INTO account_trouble (account, kind, reason, since, seen_at, alert) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (account) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, since = excluded.since,
    seen_at = excluded.seen_at, alert = excluded.alert`;

const GIVE_UP = `UPDATE alert SET outcome = 'not-shown', why = 'over before it could be shown'
  WHERE id = ? AND outcome IS NULL`;
