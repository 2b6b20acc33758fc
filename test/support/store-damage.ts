import { join } from 'node:path';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { pack, unpack } from '../../electron/engine/store/sqlite/pack.ts';

/** What a bad disk may make of one stored payload while the database around it stays whole. */
export const DAMAGES = {
  'cut short': (body) => body.subarray(0, body.length - 3),
  'of no form that is known': (body) => Uint8Array.from(body, (byte, at) => (at === 0 ? 9 : byte)),
  'whole in form but shorter than what came': (body) => pack((unpack(body, 1e6) ?? body).subarray(1)),
  empty: () => new Uint8Array(),
} satisfies Record<string, (body: Uint8Array) => Uint8Array>;

/** Damages the body of a payload in the archive of a directory; returns what it left there. */
export function damagePayload(
  directory: string,
  payload: number,
  damage: (body: Uint8Array) => Uint8Array = DAMAGES['cut short'],
): Uint8Array {
  return onArchive(directory, (sql) => {
    const found = sql.get<{ body: Uint8Array }>('SELECT body FROM payload_body WHERE payload = ?', payload);
    if (found === undefined) throw new Error(`there is no payload ${payload}`);
    const damaged = damage(found.body);
    sql.run('UPDATE payload_body SET body = ? WHERE payload = ?', damaged, payload);
    return damaged;
  });
}

/** The body of a payload as it lies in the file. */
export const storedBody = (directory: string, payload: number): Uint8Array | undefined =>
  onArchive(
    directory,
    (sql) => sql.get<{ body: Uint8Array }>('SELECT body FROM payload_body WHERE payload = ?', payload)?.body,
  );

/** Works on the file beside the store that is open on it. */
export function onArchive<T>(directory: string, work: (sql: ReturnType<typeof openDriver>) => T): T {
  const sql = openDriver(join(directory, 'quayside.db'));
  try {
    return work(sql);
  } finally {
    sql.close();
  }
}
