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
  if (found === undefined) return null;
  return {
    ...found.row,
    facts: found.facts,
    history: historyOf(sql, seq, found.row.receivedAt),
    // Without it what the notification points to is damaged, and its payload says so.
    remoteId: origin?.remote_id ?? '',
    contentType: origin?.content_type ?? '',
    payloadBytes: origin?.bytes ?? 0,
  };
}

/** The payload of one notification, byte for byte as it came; null where there is none. Throws `payload-damaged`. */
export function payloadOf(sql: SqlDriver, id: string): (WholePayload & { contentType: string }) | null {
  const seq = seqOf(id);
  const stored = sql.get<StoredPayload & { id: number; part: number }>(
    `SELECT n.payload AS id, n.part, ${PAYLOAD_COLUMNS}
     FROM notification n LEFT JOIN payload p ON p.id = n.payload ${PAYLOAD_JOINS} WHERE n.seq = ?`,
    seq,
  );
  if (stored === undefined) return null;
  const whole = pointsTo(sql, stored) === seq ? wholePayload(stored) : null;
  if (whole !== null) return { ...whole, contentType: stored.content_type };
  throw new StoreError(
    'payload-damaged',
    `The payload of notification ${id} is damaged on disk: "quayside check" names it as payload ` +
      `${String(stored.id)}. Quayside cannot fetch it again; look for the message at its source.`,
  );
}

/** The notification of this part of a payload, from an index, which holds each pointer a second time. */
const pointsTo = (sql: SqlDriver, { id, part }: { readonly id: number; readonly part: number }) =>
  sql.get<{ seq: number }>('SELECT seq FROM notification WHERE payload = ? AND part = ?', id, part)?.seq;
