import { createRequire } from 'node:module';
import { DatabaseSyncDriver, type DatabaseSyncClass } from './database-sync-driver.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** The little that the store asks of an SQLite binding. Every method is synchronous and throws what SQLite threw. */
export interface SqlDriver {
  readonly name: DriverName;
  /** Runs statements that take no values and whose rows nobody reads. */
  exec(sql: string): void;
  /** Runs one statement, prepared once per text; returns how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): number;
  // What a statement returns is known only where it is written, so the caller names the row.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
  /** Runs `work` in one immediate transaction: on disk when it returns, undone when it throws. */
  transaction<T>(work: () => T): T;
  /** Runs `work`, which only reads, on the state of one moment, whatever other processes commit meanwhile. */
  snapshot<T>(work: () => T): T;
  close(): void;
}

/** `photostructure` is the addon that ships; `node` is the runtime's own SQLite, where there is one. */
export type DriverName = 'photostructure' | 'node';

export interface DriverOptions {
  readonly driver?: DriverName | undefined;
  readonly readOnly?: boolean;
}

/**
 * Opens one connection to a file, or to `:memory:`. Without a wish it takes the addon, and the runtime's
 * own SQLite only where the addon cannot load. Throws `NoSqlite` where neither can serve.
 */
export function openDriver(location: string, options: DriverOptions = {}): SqlDriver {
  const { name, DatabaseSync } = options.driver === undefined ? firstThatServes() : load(options.driver);
  return new DatabaseSyncDriver(name, new DatabaseSync(location, { readOnly: options.readOnly ?? false }));
}

/** Why a driver cannot serve here, or null where it can. */
export function whyNot(driver: DriverName): string | null {
  try {
    load(driver);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export class NoSqlite extends Error {
  override readonly name = 'NoSqlite';
}

interface Binding {
  readonly name: DriverName;
  readonly DatabaseSync: DatabaseSyncClass;
}

const MODULES = { photostructure: '@photostructure/sqlite', node: 'node:sqlite' } as const;

// Asked for at the first use and not at import, so that a missing addon is a message and not a dead process.
const requireModule = createRequire(import.meta.url);
const loaded = new Map<DriverName, Binding>();

function firstThatServes(): Binding {
  try {
    return load('photostructure');
  } catch (addon) {
    try {
      return load('node');
    } catch (builtIn) {
      throw new NoSqlite(`no usable SQLite: ${String(addon)}; ${String(builtIn)}`);
    }
  }
}

function load(name: DriverName): Binding {
  const known = loaded.get(name);
  if (known) return known;
  const { DatabaseSync } = requireModule(MODULES[name]) as { DatabaseSync: DatabaseSyncClass };
  const binding = { name, DatabaseSync };
  probe(binding);
  loaded.set(name, binding);
  return binding;
}

/** Early builds of Node 22 lack FTS5, and SQLite before 3.43 lacks deletes in a contentless table. */
function probe({ name, DatabaseSync }: Binding): void {
  const database = new DatabaseSync(':memory:', {});
  try {
    database.exec(`CREATE VIRTUAL TABLE probe USING fts5(x, content='', contentless_delete=1)`);
  } catch (error) {
    throw new NoSqlite(`${MODULES[name]} cannot search text: ${String(error)}`);
  } finally {
    database.close();
  }
}
