import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDriver, type DriverName } from './driver.ts';

/**
 * What beside an empty archive shows that it was not always empty, as a file's name; null where nothing does. A file
 * that is not there at all says nothing: whoever moves a damaged archive aside begins anew.
 */
export function signOfUse(file: string, driver: DriverName | undefined): string | null {
  const folder = dirname(file);
  if (sizeOf(file) === 0 && sizeOf(`${file}-wal`) > 0) return 'quayside.db-wal';
  if (hasCalls(join(folder, 'slots.db'), driver)) return 'slots.db';
  return readdirSync(folder).find((name) => name === 'card-key' || BACKUP.test(name)) ?? null;
}

const BACKUP = /^quayside-v\d+-.*\.bak$/;

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Whether the ledger of calls knows of one. A ledger that cannot be read tells of none. */
function hasCalls(ledger: string, driver: DriverName | undefined): boolean {
  if (sizeOf(ledger) === 0) return false;
  const location = existsSync(`${ledger}-wal`) ? ledger : `${pathToFileURL(ledger).href}?immutable=1`;
  try {
    const sql = openDriver(location, { driver, readOnly: true });
    try {
      return sql.get('SELECT 1 FROM slot WHERE started_at IS NOT NULL LIMIT 1') !== undefined;
    } finally {
      sql.close();
    }
  } catch {
    return false;
  }
}
