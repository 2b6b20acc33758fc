import type { SqlDriver } from './driver.ts';
import { PAYLOAD_COLUMNS, PAYLOAD_JOINS, wholePayload, type StoredPayload } from './payload-bytes.ts';

/** The payloads of these remote ids that the account holds; what is damaged is left out. */
export function held(
  sql: SqlDriver,
  account: string,
  remoteIds: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const found = sql.all<StoredPayload>(HELD, account, JSON.stringify(remoteIds));
  return new Map(
    found.flatMap((stored) => {
      const whole = wholePayload(stored);
      return whole === null ? [] : [[stored.remote_id, whole.bytes] as const];
    }),
  );
}

const HELD = `SELECT ${PAYLOAD_COLUMNS} FROM payload p ${PAYLOAD_JOINS}
  WHERE p.account = ? AND p.remote_id IN (SELECT value FROM json_each(?))`;
