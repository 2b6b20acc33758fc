import { join, resolve } from 'node:path';
import type { Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { systemClock, type Clock } from '../../time/clock.ts';
import type { InboxStore } from '../store.ts';
import { openDriver, type DriverName, type SqlDriver } from './driver.ts';
import { inspect } from './inspect.ts';
import { migrate, MIGRATIONS, newestVersion, type Migration } from './migrations.ts';
import { makePrivate } from './private-file.ts';
import { setPragmas } from './pragmas.ts';
import { SqliteStore } from './sqlite-store.ts';
import { storeFailureOf } from './store-failure.ts';

export interface SqliteStoreOptions {
  /** The data directory; made, for its owner alone, where it is missing. */
  readonly directory: string;
  readonly clock?: Clock;
  /** Absent: the addon, or the runtime's own SQLite where that cannot load. */
  readonly driver?: DriverName;
  /** For tests of the steps between versions. */
  readonly migrations?: readonly Migration[];
}

export const DATABASE_FILE = 'quayside.db';

/**
 * Opens the store in a directory. A damaged, newer, foreign, locked or unwritable file is a failure that names
 * it and the way back, and is left byte for byte as it was.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Result<InboxStore, Failure>> {
  const directory = resolve(options.directory);
  const file = join(directory, DATABASE_FILE);
  const clock = options.clock ?? systemClock;
  const migrations = options.migrations ?? MIGRATIONS;
  const refusal = inspect(file, newestVersion(migrations), options.driver);
  if (refusal !== null) return failed(refusal);
  let sql: SqlDriver | null = null;
  try {
    makePrivate(file);
    sql = openDriver(file, { driver: options.driver });
    setPragmas(sql, process.platform);
    migrate(sql, file, clock, migrations);
    const store: InboxStore = new SqliteStore(sql, file, clock);
    return ok(store);
  } catch (error) {
    closeQuietly(sql);
    return failed(storeFailureOf(error, file));
  }
}

/** Whatever kept the file from opening is the failure that counts. */
function closeQuietly(sql: SqlDriver | null): void {
  try {
    sql?.close();
  } catch {
    return;
  }
}
