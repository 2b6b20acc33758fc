import type { HistoryEntry, HistoryEvent } from '../../../../shared/notification.ts';
import { toInstant } from '../../time/clock.ts';
import type { SqlDriver } from './driver.ts';

export function addHistory(
  sql: SqlDriver,
  seq: number,
  event: HistoryEvent,
  by: string | null,
  detail: string | null,
  now: number,
): void {
  sql.run(
    'INSERT INTO history (seq, at, event, "by", detail) VALUES (?, ?, ?, ?, ?)',
    seq,
    now,
    event,
    by,
    detail,
  );
}

/** What happened to one notification, in the order it was noted. Receipt is known from the row itself. */
export function historyOf(sql: SqlDriver, seq: number, receivedAt: string): HistoryEntry[] {
  const noted = sql.all<{
    at: number;
    event: HistoryEvent;
    by: string | null;
    detail: string | null;
  }>('SELECT at, event, "by", detail FROM history WHERE seq = ? ORDER BY id', seq);
  return [
    { at: receivedAt, event: 'received', by: null, detail: null },
    ...noted.map((entry) => ({ ...entry, at: toInstant(entry.at) })),
  ];
}
