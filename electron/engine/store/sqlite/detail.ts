import type { NotificationDetail } from '../../../../shared/notification.ts';
import type { SqlDriver } from './driver.ts';
import { historyOf } from './history.ts';
import { unpacked } from './pack.ts';
import { readRowsWithFacts, seqOf } from './rows.ts';

/** One notification with all that is known of it, the payload apart; null where there is none. */
export function notificationDetail(sql: SqlDriver, id: string): NotificationDetail | null {
  const seq = seqOf(id);
  const [found] = readRowsWithFacts(sql, [seq]);
  const origin = sql.get<{ remote_id: string; content_type: string; bytes: number }>(
    `SELECT p.remote_id, p.content_type, p.bytes FROM notification n JOIN payload p ON p.id = n.payload
     WHERE n.seq = ?`,
    seq,
  );
  if (found === undefined || origin === undefined) return null;
  return {
    ...found.row,
    facts: found.facts,
    history: historyOf(sql, seq, found.row.receivedAt),
    remoteId: origin.remote_id,
    contentType: origin.content_type,
    payloadBytes: origin.bytes,
  };
}

/** The payload of one notification, byte for byte as it came; null where there is none. */
export function payloadOf(
  sql: SqlDriver,
  id: string,
): { bytes: Uint8Array; contentType: string; envelope: Readonly<Record<string, string>> } | null {
  const stored = sql.get<{ body: Uint8Array; bytes: number; content_type: string; envelope: string }>(
    `SELECT b.body, p.bytes, p.content_type, p.envelope FROM notification n
     JOIN payload p ON p.id = n.payload JOIN payload_body b ON b.payload = p.id WHERE n.seq = ?`,
    seqOf(id),
  );
  if (stored === undefined) return null;
  return {
    bytes: unpacked(stored.body, stored.bytes, `The payload of notification ${id}`),
    contentType: stored.content_type,
    envelope: JSON.parse(stored.envelope) as Readonly<Record<string, string>>,
  };
}
