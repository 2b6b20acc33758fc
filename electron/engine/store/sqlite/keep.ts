import type { UpstreamStatus } from '../../../../shared/notification.ts';
import type { NewPayload } from '../store.ts';
import { accountRecord, type AccountName } from './accounts.ts';
import type { SqlDriver } from './driver.ts';
import { payloadSum } from './checksum.ts';
import { addHistory } from './history.ts';
import { pack } from './pack.ts';
import { clearPicked, movePicked, pick } from './shelves.ts';
import { writeCursor } from './source-cursor.ts';

export interface Kept {
  readonly fresh: number;
  /** Notifications whose upstream status changed. */
  readonly changed: number;
}

/** Payloads, their upstream statuses and the cursor. A payload that is here already keeps its first bytes. */
export function keep(
  sql: SqlDriver,
  account: AccountName,
  payloads: readonly NewPayload[],
  cursor: unknown,
  now: number,
): Kept {
  accountRecord(sql, account, now);
  const fresh = payloads.filter((payload) => insertPayload(sql, account, payload, now));
  const statuses = new Map(
    payloads.flatMap(({ remoteId, upstream }) => (upstream === null ? [] : [[remoteId, upstream] as const])),
  );
  const changed = setUpstream(sql, account.id, statuses, now);
  if (cursor !== undefined) writeCursor(sql, account.id, cursor);
  return { fresh: fresh.length, changed };
}

function insertPayload(sql: SqlDriver, account: AccountName, payload: NewPayload, now: number): boolean {
  const envelope = JSON.stringify(payload.envelope);
  const inserted = sql.get<{ id: number }>(
    INSERT_PAYLOAD,
    account.id,
    account.source,
    payload.remoteId,
    now,
    payload.createdAt,
    payload.contentType,
    envelope,
    payload.upstream,
    payload.bytes.length,
  );
  if (inserted === undefined) return false;
  const body = pack(payload.bytes);
  const summed = {
    account: account.id,
    source: account.source,
    remote_id: payload.remoteId,
    received_at: now,
    created_at: payload.createdAt,
    content_type: payload.contentType,
    envelope,
    bytes: payload.bytes.length,
  };
  sql.run('INSERT INTO payload_body (payload, body) VALUES (?, ?)', inserted.id, body);
  sql.run('INSERT INTO payload_sum (payload, sum) VALUES (?, ?)', inserted.id, payloadSum(summed, body));
  return true;
}

const INSERT_PAYLOAD = `INSERT INTO payload
    (account, source, remote_id, received_at, created_at, content_type, envelope, upstream, bytes)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account, remote_id) DO NOTHING RETURNING id`;

/**
 * New statuses of payloads held here; returns how many notifications they changed. An answer that was late on
 * its way may still say `pending`: what the source once called acknowledged stays so.
 */
export function setUpstream(
  sql: SqlDriver,
  account: string,
  changes: ReadonlyMap<string, UpstreamStatus>,
  now: number,
): number {
  let changed = 0;
  for (const [status, remoteIds] of byStatus(changes)) {
    const seqs = updatePayloads(sql, account, status, remoteIds);
    if (seqs.length === 0) continue;
    clearPicked(sql);
    pick(sql, seqs);
    movePicked(sql, { upstream: status });
    for (const seq of seqs) addHistory(sql, seq, 'upstream-changed', null, status, now);
    changed += seqs.length;
  }
  return changed;
}

function updatePayloads(
  sql: SqlDriver,
  account: string,
  status: UpstreamStatus,
  remoteIds: readonly string[],
): number[] {
  const updated = sql.all<{ id: number }>(
    `UPDATE payload SET upstream = ?1 WHERE account = ?2 AND remote_id IN (SELECT value FROM json_each(?3))
       AND upstream IS NOT ?1 AND upstream IS NOT 'acknowledged' RETURNING id`,
    status,
    account,
    JSON.stringify(remoteIds),
  );
  const payloads = updated.map(({ id }) => id);
  // Told by somebody else, or by a call whose answer was lost: nothing is left to tell.
  if (status === 'acknowledged') {
    sql.run('DELETE FROM outbox WHERE payload IN (SELECT value FROM json_each(?))', JSON.stringify(payloads));
  }
  return notificationsOf(sql, payloads);
}

/** The notifications of these payloads. */
export function notificationsOf(sql: SqlDriver, payloads: readonly number[]): number[] {
  return sql
    .all<{
      seq: number;
    }>(
      'SELECT seq FROM notification WHERE payload IN (SELECT value FROM json_each(?))',
      JSON.stringify(payloads),
    )
    .map(({ seq }) => seq);
}

function byStatus(changes: ReadonlyMap<string, UpstreamStatus>): Map<UpstreamStatus, string[]> {
  const groups = new Map<UpstreamStatus, string[]>();
  for (const [remoteId, status] of changes) {
    const group = groups.get(status);
    if (group) group.push(remoteId);
    else groups.set(status, [remoteId]);
  }
  return groups;
}

/** Which of these the account does not hold, in the order given. */
export function missing(sql: SqlDriver, account: string, remoteIds: readonly string[]): string[] {
  const held = sql.all<{ remote_id: string }>(
    'SELECT remote_id FROM payload WHERE account = ? AND remote_id IN (SELECT value FROM json_each(?))',
    account,
    JSON.stringify(remoteIds),
  );
  const known = new Set(held.map(({ remote_id }) => remote_id));
  return remoteIds.filter((remoteId) => !known.has(remoteId));
}
