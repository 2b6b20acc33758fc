import { existsSync, renameSync, statSync } from 'node:fs';
import { toInstant, type Clock } from '../../time/clock.ts';
import type { SlotRecord } from '../slot-ledger.ts';
import { StoreError } from '../store.ts';
import { openDriver, type DriverName, type SqlDriver } from './driver.ts';
import { makePrivate } from './private-file.ts';
import { readPragma, setPragmas } from './pragmas.ts';
import { storeErrorOf } from './store-failure.ts';

interface SlotFileOptions {
  readonly clock: Clock;
  readonly driver: DriverName | undefined;
  /** Whether there were calls that the file must know of. */
  readonly hasCalled: boolean;
  readonly onSetAside: (file: string) => void;
}

const VERSION = 1;

const SCHEMA = `
CREATE TABLE slot (
  key TEXT PRIMARY KEY,
  started_at REAL,
  held_at REAL,
  hold_ms REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE made_anew (at INTEGER NOT NULL) STRICT;
`;

/** Beside the rest, and not a version of its own: a copy of Quayside that is a little older can still share the file. */
const QUIET = `
CREATE TABLE IF NOT EXISTS quiet (
  key TEXT PRIMARY KEY,
  at REAL NOT NULL,
  ms REAL NOT NULL,
  asked_of TEXT
) STRICT, WITHOUT ROWID;
`;

interface SlotRow {
  readonly started_at: number | null;
  readonly held_at: number | null;
  readonly hold_ms: number;
  readonly at: number | null;
  readonly ms: number | null;
  readonly asked_of: string | null;
}

/** One file of a slot ledger. Every method throws a `StoreError` where the file cannot be used. */
export class SlotFile {
  readonly #path: string;
  readonly #options: SlotFileOptions;
  #sql: SqlDriver;
  #inode: number;

  static open(path: string, options: SlotFileOptions): SlotFile {
    return new SlotFile(path, options, openOrReplace(path, options, options.hasCalled));
  }

  private constructor(path: string, options: SlotFileOptions, sql: SqlDriver) {
    this.#path = path;
    this.#options = options;
    this.#sql = sql;
    this.#inode = inodeOf(path);
  }

  /** Takes the file's lock. A damaged file is replaced first, and so is one that another process has replaced. */
  begin(): void {
    this.#guard(() => {
      if (inodeOf(this.#path) !== this.#inode || isEmpty(this.#path)) this.#reopen();
      try {
        beginAndLook(this.#sql, this.#path);
      } catch (error) {
        if (!isDamage(error, this.#path)) throw error;
        this.#reopen();
        beginAndLook(this.#sql, this.#path);
      }
    });
  }

  /** Null where the file does not know the key. */
  read(key: string): SlotRecord | null {
    return this.#guard(() => {
      const row = this.#sql.get<SlotRow>(
        `SELECT started_at, held_at, hold_ms, at, ms, asked_of
           FROM slot LEFT JOIN quiet USING (key) WHERE key = ?`,
        key,
      );
      if (row) return recordOf(row);
      const isAnew = this.#sql.get('SELECT 1 FROM made_anew') !== undefined;
      return isAnew ? { startedAt: null, heldAt: null, holdMs: 0, fresh: true } : null;
    });
  }

  rows(): readonly (readonly [string, SlotRecord])[] {
    return this.#guard(() =>
      this.#sql
        .all<SlotRow & { readonly key: string }>(
          'SELECT key, started_at, held_at, hold_ms, at, ms, asked_of FROM slot LEFT JOIN quiet USING (key)',
        )
        .map((row) => [row.key, recordOf(row)] as const),
    );
  }

  write(records: ReadonlyMap<string, SlotRecord>): void {
    this.#guard(() => {
      for (const [key, { startedAt, heldAt, holdMs, quiet = null }] of records) {
        this.#sql.run(
          `INSERT INTO slot (key, started_at, held_at, hold_ms) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET
             started_at = excluded.started_at, held_at = excluded.held_at, hold_ms = excluded.hold_ms`,
          key,
          startedAt,
          heldAt,
          holdMs,
        );
        if (quiet === null) this.#sql.run('DELETE FROM quiet WHERE key = ?', key);
        else this.#sql.run(PUT_QUIET, key, quiet.at, quiet.ms, quiet.askedOf);
      }
    });
  }

  commit(): void {
    this.#guard(() => {
      this.#sql.exec('COMMIT');
    });
  }

  /** A transaction that SQLite has ended by itself has nothing to roll back. */
  rollback(): void {
    try {
      this.#sql.exec('ROLLBACK');
    } catch {
      return;
    }
  }

  close(): void {
    closeQuietly(this.#sql);
  }

  #reopen(): void {
    closeQuietly(this.#sql);
    // A file that vanished while we ran, or was emptied, took what it knew with it.
    this.#sql = openOrReplace(this.#path, this.#options, true);
    this.#inode = inodeOf(this.#path);
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error, this.#path) ?? error;
    }
  }
}

const PUT_QUIET = 'INSERT OR REPLACE INTO quiet (key, at, ms, asked_of) VALUES (?, ?, ?, ?)';

function recordOf({ started_at, held_at, hold_ms, at, ms, asked_of }: SlotRow): SlotRecord {
  const record = { startedAt: started_at, heldAt: held_at, holdMs: hold_ms };
  return at === null || ms === null ? record : { ...record, quiet: { at, ms, askedOf: asked_of } };
}

/** The second statement reads: damage shows there first, and not in taking the lock. */
function beginAndLook(sql: SqlDriver, path: string): void {
  sql.exec('BEGIN IMMEDIATE');
  try {
    // One that was cut to nothing is an empty database, and not a damaged one.
    if (Number(readPragma(sql, 'user_version')) === 0)
      throw new StoreError('store-corrupt', `${path}: emptied`);
    sql.all('SELECT key FROM slot');
  } catch (error) {
    sql.exec('ROLLBACK');
    throw error;
  }
}

function openOrReplace(path: string, options: SlotFileOptions, isAnew: boolean): SqlDriver {
  try {
    return openSound(path, options, isAnew);
  } catch (error) {
    if (!isDamage(error, path)) throw error;
    const aside = setAside(path, options.clock.now());
    const sql = openSound(path, options, true);
    options.onSetAside(aside);
    return sql;
  }
}

function openSound(path: string, { driver, clock }: SlotFileOptions, isAnew: boolean): SqlDriver {
  makePrivate(path);
  const sql = openDriver(path, { driver });
  try {
    setPragmas(sql, process.platform);
    sql.transaction(() => {
      bringUp(sql, path, isAnew ? clock.now() : null);
    });
    // A ledger is a few rows, so all of it is looked at.
    const [first] = sql.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (first?.quick_check !== 'ok') throw new StoreError('store-corrupt', `${path}: damaged`);
    return sql;
  } catch (error) {
    closeQuietly(sql);
    throw error;
  }
}

/** `madeAnewAt`: when, in epoch milliseconds, a file that knows nothing was found although there were calls. */
function bringUp(sql: SqlDriver, path: string, madeAnewAt: number | null): void {
  const version = Number(readPragma(sql, 'user_version'));
  if (version > VERSION) {
    throw new StoreError(
      'store-newer',
      `${path} was written by a newer Quayside: install that version again.`,
    );
  }
  if (version < VERSION) makeTables(sql, path);
  sql.exec(QUIET);
  if (madeAnewAt !== null && sql.get('SELECT 1 FROM slot UNION ALL SELECT 1 FROM made_anew') === undefined) {
    sql.run('INSERT INTO made_anew (at) VALUES (?)', madeAnewAt);
  }
}

function makeTables(sql: SqlDriver, path: string): void {
  if (sql.get('SELECT 1 FROM sqlite_schema') !== undefined) {
    throw new StoreError('store-corrupt', `${path} is not a slot ledger`);
  }
  sql.exec(SCHEMA);
  sql.exec(`PRAGMA user_version = ${String(VERSION)}`);
}

function setAside(path: string, now: number): string {
  const mark = `.corrupt-${toInstant(now).replace(/[-:.]/g, '')}-${String(process.pid)}`;
  // A rename may find that another process was quicker with one of the three.
  for (const part of [path, `${path}-wal`, `${path}-shm`])
    if (existsSync(part)) rename(part, `${part}${mark}`);
  return `${path}${mark}`;
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (existsSync(from)) throw error;
  }
}

const isDamage = (error: unknown, path: string): boolean =>
  storeErrorOf(error, path)?.reason === 'store-corrupt';

const isEmpty = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.size === 0;

const inodeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.ino ?? 0;

function closeQuietly(sql: SqlDriver): void {
  try {
    sql.close();
  } catch {
    return;
  }
}
