import { QUIET_RULES, type QuietNotice, type QuietRule } from '../../../../shared/quiet.ts';
import type { ThreadStatus } from '../../../../shared/thread.ts';
import { toInstant } from '../../time/clock.ts';
import type { OverdueThread } from '../thread-store.ts';
import type { SqlDriver } from './driver.ts';
import { readRows, seqOf } from './rows.ts';

/** Ids of notifications whose thread is to be worked out again, oldest first. */
export const threadsToDo = (sql: SqlDriver, limit: number): string[] =>
  sql
    .all<{ seq: number }>('SELECT seq FROM thread_todo ORDER BY seq LIMIT ?', limit)
    .map(({ seq }) => String(seq));

export interface StoredNotice {
  readonly thread: number;
  readonly rule: QuietRule;
  readonly at: number;
  readonly noticed_at: number;
}

export const toNotice = ({ rule, at, noticed_at }: StoredNotice): QuietNotice => ({
  rule,
  at: toInstant(at),
  noticedAt: toInstant(noticed_at),
});

/** Notices of silence of the thread that a notification is in, the longest silence first. */
export const quietOf = (sql: SqlDriver, id: string): QuietNotice[] =>
  sql
    .all<StoredNotice>(
      `SELECT w.thread, w.rule, w.at, w.noticed_at FROM wait w
       WHERE w.thread = (SELECT thread FROM thread_member WHERE seq = ?) AND w.noticed_at IS NOT NULL
       ORDER BY w.at, w.rule`,
      seqOf(id),
    )
    .map(toNotice);

/** Threads of the account that waited past the cut-off of a rule and of which no notice was given, oldest wait first. */
export function overdue(
  sql: SqlDriver,
  account: string,
  cutOffs: Readonly<Partial<Record<QuietRule, number>>>,
  limit: number,
): OverdueThread[] {
  const waits = QUIET_RULES.flatMap((rule) => {
    const cutOff = cutOffs[rule];
    return cutOff === undefined ? [] : sql.all<RunOut>(RUN_OUT, rule, Math.floor(cutOff), account, limit);
  })
    .sort((a, b) => a.at - b.at || a.thread - b.thread)
    .slice(0, limit);
  const newest = [...new Set(waits.map((wait) => wait.newest))];
  const rows = new Map(readRows(sql, newest).map((row) => [row.id, row]));
  return waits.flatMap(({ thread, rule, at, newest, status, mrn, lrn }) => {
    const notification = rows.get(String(newest));
    if (notification === undefined) return [];
    return [{ thread: String(thread), rule, at, notification, status: toStatus(status), mrn, lrn }];
  });
}

export const toStatus = (stored: string | null): ThreadStatus | null =>
  stored === null ? null : (JSON.parse(stored) as ThreadStatus);

interface RunOut {
  readonly thread: number;
  readonly rule: QuietRule;
  readonly at: number;
  readonly newest: number;
  readonly status: string | null;
  readonly mrn: string | null;
  readonly lrn: string | null;
}

const RUN_OUT = `SELECT w.thread, w.rule, w.at, t.newest, t.status, t.mrn, t.lrn
  FROM wait w CROSS JOIN thread t ON t.id = w.thread
  WHERE w.rule = ? AND w.at <= ? AND w.noticed_at IS NULL AND EXISTS (
    SELECT 1 FROM thread_member m CROSS JOIN notification n ON n.seq = m.seq CROSS JOIN shelf s ON s.id = n.shelf
    WHERE m.thread = w.thread AND s.account = ?)
  ORDER BY w.at, w.thread LIMIT ?`;

/** Notes that a notice was given of these waits; returns how many were open. */
export function markQuiet(
  sql: SqlDriver,
  waits: readonly { readonly thread: string; readonly rule: QuietRule }[],
  now: number,
): number {
  let marked = 0;
  for (const { thread, rule } of waits) {
    const id = seqOf(thread);
    const isNew =
      sql.run(
        'UPDATE wait SET noticed_at = ? WHERE thread = ? AND rule = ? AND noticed_at IS NULL',
        now,
        id,
        rule,
      ) > 0;
    if (!isNew) continue;
    sql.run('UPDATE thread SET quiet = quiet + 1 WHERE id = ?', id);
    marked += 1;
  }
  return marked;
}
