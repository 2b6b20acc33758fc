import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failure, type Failure, type Reason } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { systemClock } from '../../time/clock.ts';
import type { InboxStore } from '../store.ts';
import { openDriver, type SqlDriver } from './driver.ts';
import { judge } from './inspect.ts';
import { MIGRATIONS, newestVersion } from './migrations.ts';
import { DATABASE_FILE, openSqliteStore, type SqliteStoreOptions } from './open.ts';
import { readPragma, setReadingPragmas } from './pragmas.ts';
import { SqliteStore } from './sqlite-store.ts';
import { storeFailureOf } from './store-failure.ts';
import { whyUnreadable, whyUnwritable } from './why-unwritable.ts';

/**
 * Opens the store in a directory for reading: as always where it can be written, and else as it is, on a read-only
 * medium, a full disk or in another person's folder. Nothing is changed then, and `whyReadOnly` says why.
 */
export async function openStoreToRead(
  options: Omit<SqliteStoreOptions, 'migrations'>,
): Promise<Result<InboxStore, Failure>> {
  const opened = await openSqliteStore(options);
  if (opened.ok || !OF_WRITING.has(opened.failure.reason)) return opened;
  const directory = resolve(options.directory);
  const file = join(directory, DATABASE_FILE);
  const unreadable = whyUnreadable(file);
  if (unreadable !== null) return failed(failure('store-unwritable', { detail: unreadable }));
  const why = whyUnwritable(directory, opened.failure);
  const read = readAsItIs(file, options);
  if (!read.ok) return read;
  const sql = read.value;
  const refusal = judge(sql, file, newestVersion(MIGRATIONS), options.driver) ?? whyTooOld(sql, file, why);
  if (refusal === null) return ok(new SqliteStore(sql, file, options.clock ?? systemClock, why));
  sql.close();
  return failed(refusal);
}

const OF_WRITING: ReadonlySet<Reason> = new Set(['store-unwritable', 'store-full']);

/**
 * The first way in which the file can be read, https://www.sqlite.org/wal.html#readonly. An archive that is open
 * elsewhere is read with its log, as everybody reads it. One that was closed is whole without a log. One that was left
 * with a log and without that log's index is read by us alone, with an index in memory: SQLite makes that only where it
 * takes no locks, and nobody can write there who would need them.
 */
function readAsItIs(
  file: string,
  { driver }: Pick<SqliteStoreOptions, 'driver'>,
): Result<SqlDriver, Failure> {
  const { href } = pathToFileURL(file);
  const noLocks = process.platform === 'win32' ? 'win32-none' : 'unix-none';
  const ways = [
    { location: file, before: '' },
    hasLog(file)
      ? { location: `${href}?vfs=${noLocks}`, before: 'PRAGMA locking_mode = EXCLUSIVE' }
      : { location: `${href}?immutable=1`, before: '' },
  ];
  let first: unknown = null;
  for (const { location, before } of ways) {
    let sql: SqlDriver | null = null;
    try {
      sql = openDriver(location, { driver, readOnly: true });
      if (before !== '') sql.exec(before);
      setReadingPragmas(sql);
      sql.get('SELECT 1 FROM sqlite_schema');
      return ok(sql);
    } catch (error) {
      sql?.close();
      first ??= error;
    }
  }
  return failed(storeFailureOf(first, file));
}

const hasLog = (file: string): boolean => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;

function whyTooOld(sql: SqlDriver, file: string, why: string): Failure | null {
  const version = Number(readPragma(sql, 'user_version'));
  const newest = newestVersion(MIGRATIONS);
  if (version === newest) return null;
  return failure('store-unwritable', {
    detail:
      `${file} was written by an older Quayside (format ${String(version)}; this one reads ${String(newest)}), and it ` +
      `cannot be brought up to date where it lies. ${why} Copy the whole folder to where you can write and name the ` +
      'copy with --data.',
  });
}
