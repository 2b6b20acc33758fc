import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openDriver } from './driver.ts';
import { storeErrorOf } from './store-failure.ts';

/** What keeps a ledger of calls from being used, with the way back; null where nothing does. Changes nothing. */
export function ledgerFault(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || found.size === 0) return null;
  if (!found.isFile()) {
    return `${file} is not a file, so nothing can be polled. Move it elsewhere: Quayside makes its ledger of calls anew and waits one interval.`;
  }
  try {
    look(file);
    return null;
  } catch (error) {
    const known = storeErrorOf(error, file);
    if (known === null) throw error;
    return known.reason === 'store-corrupt'
      ? `${file} is damaged. Nothing is to be done: Quayside sets it aside when it next starts, makes it anew and waits one interval.`
      : `${file} cannot be read, so nothing can be polled. Make it readable for you, or move it elsewhere: Quayside makes its ledger of calls anew.`;
  }
}

function look(file: string): void {
  const location = existsSync(`${file}-wal`) ? file : `${pathToFileURL(file).href}?immutable=1`;
  const sql = openDriver(location, { readOnly: true });
  try {
    sql.get('SELECT key, started_at, held_at, hold_ms FROM slot LIMIT 1');
  } finally {
    sql.close();
  }
}
