import { closeSync, existsSync, fstatSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { failure, type Failure } from '../../../../shared/failure.ts';
import { openDriver, type DriverName, type SqlDriver } from './driver.ts';
import { APPLICATION_ID } from './migrations.ts';
import { readPragma } from './pragmas.ts';
import { storeFailureOf } from './store-failure.ts';

/**
 * Looks at an existing file before anything may write to it; null where it can be opened. What is damaged,
 * newer or not ours is left exactly as it is, its log included.
 */
export function inspect(file: string, newest: number, driver: DriverName | undefined): Failure | null {
  try {
    if (!existsSync(file) || statSync(file).size === 0) return null;
    return inspectHeader(file) ?? inspectSchema(file, newest, driver);
  } catch (error) {
    return storeFailureOf(error, file);
  }
}

const MAGIC = 'SQLite format 3\0';

function inspectHeader(file: string): Failure | null {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    if (!fstatSync(descriptor).isFile())
      return failure('store-unwritable', { detail: `${file} is not a file.` });
    readSync(descriptor, header, 0, header.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return header.toString('latin1', 0, MAGIC.length) === MAGIC ? null : notOurs(file, 'is not a database');
}

function inspectSchema(file: string, newest: number, driver: DriverName | undefined): Failure | null {
  const log = `${file}-wal`;
  const index = `${file}-shm`;
  const hasLog = existsSync(log) && statSync(log).size > 0;
  const hadIndex = existsSync(index);
  // Without a log the file is whole by itself, and `immutable` reads it without making anything beside it.
  const location = hasLog ? file : `${pathToFileURL(file).href}?immutable=1`;
  const sql = openDriver(location, { driver, readOnly: true });
  try {
    return judge(sql, file, newest);
  } finally {
    sql.close();
    if (hasLog && !hadIndex) rmSync(index, { force: true });
  }
}

function judge(sql: SqlDriver, file: string, newest: number): Failure | null {
  const version = Number(readPragma(sql, 'user_version'));
  const application = Number(readPragma(sql, 'application_id'));
  const tables = sql.all<{ name: string }>('SELECT name FROM sqlite_schema').length;
  if (application !== APPLICATION_ID && (application !== 0 || tables > 0)) {
    return notOurs(file, 'belongs to another program');
  }
  if (version > newest) {
    return failure('store-newer', {
      detail:
        `${file} was written by a newer Quayside (format ${String(version)}; this one knows ${String(newest)}). ` +
        'Nothing was changed. Install the newer version again, or move this folder elsewhere and start afresh.',
    });
  }
  return null;
}

const notOurs = (file: string, what: string): Failure =>
  failure('store-corrupt', {
    detail:
      `${file} ${what}. Nothing was changed. Move it elsewhere, or put a backup (quayside-v….bak) in its place, ` +
      'or choose another folder.',
  });
