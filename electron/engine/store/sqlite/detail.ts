import type { NotificationDetail } from '../../../../shared/notification.ts';
import { StoreError } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { historyOf } from './history.ts';
import {
  PAYLOAD_COLUMNS,
  PAYLOAD_JOINS,
  wholePayload,
  type StoredPayload,
  type WholePayload,
} from './payload-bytes.ts';
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

/** The payload of one notification, byte for byte as it came; null where there is none. Throws `payload-damaged`. */
export function payloadOf(sql: SqlDriver, id: string): (WholePayload & { contentType: string }) | null {
  const stored = sql.get<StoredPayload & { id: number }>(
    `SELECT p.id, ${PAYLOAD_COLUMNS} FROM notification n JOIN payload p ON p.id = n.payload ${PAYLOAD_JOINS}
     WHERE n.seq = ?`,
    seqOf(id),
  );
  if (stored === undefined) return null;
  const whole = wholePayload(stored);
  if (whole !== null) return { ...whole, contentType: stored.content_type };
  throw new StoreError(
    'payload-damaged',
    `The payload of notification ${id} is damaged on disk: "quayside check" names it as payload ` +
      `${String(stored.id)}. Quayside cannot fetch it again; look for the message at its source.`,
  );
}
