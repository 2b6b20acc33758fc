import type { DriverName, SqlDriver, SqlValue } from './driver.ts';

/** The part of `node:sqlite` that both bindings share and the driver uses. */
export interface DatabaseSync {
  readonly isTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

export type DatabaseSyncClass = new (location: string, options: { readOnly?: boolean }) => DatabaseSync;

interface Statement {
  run(...values: SqlValue[]): { readonly changes: number | bigint };
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
  setReadBigInts(enabled: boolean): void;
}

/** A filter writes its own statement, so their number is bounded only by the cache. */
const CACHED_STATEMENTS = 400;

export class DatabaseSyncDriver implements SqlDriver {
  readonly name: DriverName;
  readonly #database: DatabaseSync;
  readonly #queries = new Map<string, Statement>();
  readonly #commands = new Map<string, Statement>();

  constructor(name: DriverName, database: DatabaseSync) {
    this.name = name;
    this.#database = database;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  run(sql: string, ...values: SqlValue[]): number {
    return Number(this.#prepared(this.#commands, sql).run(...bound(values)).changes);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as the interface has it
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#prepared(this.#queries, sql).get(...bound(values)) as Row | undefined;
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#prepared(this.#queries, sql).all(...bound(values)) as Row[];
  }

  transaction<T>(work: () => T): T {
    return this.#within('BEGIN IMMEDIATE', work);
  }

  snapshot<T>(work: () => T): T {
    return this.#within('BEGIN', work);
  }
  close(): void {
    this.#queries.clear();
    this.#commands.clear();
    this.#database.close();
  }

  #within<T>(begin: string, work: () => T): T {
    this.run(begin);
    try {
      const value = work();
      this.run('COMMIT');
      return value;
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** A statement prepared anew at each call costs more than most of ours take to run. The oldest text leaves first. */
  #prepared(cache: Map<string, Statement>, sql: string): Statement {
    const known = cache.get(sql);
    if (known) return known;
    if (cache.size >= CACHED_STATEMENTS) {
      const oldest = cache.keys().next();
      if (!oldest.done) cache.delete(oldest.value);
    }
    const statement = this.#database.prepare(sql);
    // A delete from the full-text index leaves a "last inserted row" behind that no JavaScript number can hold.
    if (cache === this.#commands) statement.setReadBigInts(true);
    cache.set(sql, statement);
    return statement;
  }
}

/**
 * Both bindings bind every JavaScript number as REAL, and FTS5 silently ignores a bound on its rowid that is
 * not an INTEGER. A BigInt is bound as INTEGER.
 */
const bound = (values: readonly SqlValue[]): SqlValue[] =>
  values.map((value) => (typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value));
