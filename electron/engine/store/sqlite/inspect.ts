import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { failure, type Failure } from '../../../../shared/failure.ts';
import { openDriver, type DriverName, type SqlDriver } from './driver.ts';
import { APPLICATION_ID } from './migrations.ts';
import { readPragma } from './pragmas.ts';
import { signOfUse } from './signs-of-use.ts';
import { storeFailureOf } from './store-failure.ts';

/**
 * Looks at an existing file before anything may write to it; null where it can be opened. What is damaged,
 * newer or not ours is left exactly as it is, its log included. Where there is a log without its index (`-shm`),
 * SQLite makes the index, which holds nothing that is not in the log.
 */
export function inspect(file: string, newest: number, driver: DriverName | undefined): Failure | null {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return null;
    if (!found.isFile()) return failure('store-unwritable', { detail: `${file} is not a file.` });
    return found.size === 0 ? inspectEmpty(file, driver) : inspectSchema(file, newest, driver);
  } catch (error) {
    return storeFailureOf(error, file);
  }
}

/**
 * Read by SQLite alone: closing a file that Node had opened would drop the locks that another store of this
 * process holds on it.
 */
function inspectSchema(file: string, newest: number, driver: DriverName | undefined): Failure | null {
  // Without a log nobody has the file open and it is whole by itself: `immutable` makes nothing beside it.
  const location = existsSync(`${file}-wal`) ? file : `${pathToFileURL(file).href}?immutable=1`;
  const sql = openDriver(location, { driver, readOnly: true });
  try {
    return judge(sql, file, newest, driver);
  } finally {
    sql.close();
  }
}

/** A file without anything in it is new, unless what lies beside it tells otherwise. */
function inspectEmpty(file: string, driver: DriverName | undefined): Failure | null {
  const sign = signOfUse(file, driver);
  if (sign === null) return null;
  return failure('store-corrupt', {
    detail:
      `${file} is empty, although ${sign} beside it shows that Quayside has been at work here. Nothing was changed. ` +
      'Put a copy of the file in its place: your own, or the newest backup in the folder (quayside-v….bak) under its ' +
      'name. To begin anew instead, delete the empty file: Quayside fetches what the sources still keep.',
  });
}

/** Whether what was opened is an archive that this Quayside knows; null where it is. */
export function judge(
  sql: SqlDriver,
  file: string,
  newest: number,
  driver: DriverName | undefined,
): Failure | null {
  const version = Number(readPragma(sql, 'user_version'));
  const application = Number(readPragma(sql, 'application_id'));
  const isEmpty = sql.get('SELECT 1 FROM sqlite_schema') === undefined;
  if (application !== APPLICATION_ID && (application !== 0 || !isEmpty)) {
    return failure('store-corrupt', {
      detail: `${file} belongs to another program. Nothing was changed. Move it elsewhere, or choose another folder.`,
    });
  }
  if (version > newest) {
    return failure('store-newer', {
      detail:
        `${file} was written by a newer Quayside (format ${String(version)}; this one knows ${String(newest)}). ` +
        'Nothing was changed. Install the newer version again, or move this folder elsewhere and start afresh.',
    });
  }
  return isEmpty ? inspectEmpty(file, driver) : null;
}
