import type { SqlDriver } from './driver.ts';

/**
 * Sets what the store's promises rest on and reads each back. In WAL mode the addon falls to
 * `synchronous=NORMAL` at every open, which loses commits at a power cut. Throws where one did not take.
 */
export function setPragmas(sql: SqlDriver, platform: NodeJS.Platform): void {
  for (const [name, value, reads] of pragmasFor(platform)) {
    sql.exec(`PRAGMA ${name} = ${value}`);
    const read = readPragma(sql, name);
    if (read !== reads) throw new PragmaRefused(name, reads, read);
  }
}

/** Sets what a connection that only reads needs, which writes nothing. */
export function setReadingPragmas(sql: SqlDriver): void {
  for (const [name, value] of PRAGMAS) if (FOR_READING.has(name)) sql.exec(`PRAGMA ${name} = ${value}`);
  sql.exec('PRAGMA query_only = ON');
}

const FOR_READING: ReadonlySet<string> = new Set([
  'busy_timeout',
  'cache_size',
  'temp_store',
  'trusted_schema',
]);

/** The value of a pragma, as SQLite gives it. */
export function readPragma(sql: SqlDriver, name: string): unknown {
  const row = sql.get<Record<string, unknown>>(`PRAGMA ${name}`);
  return row === undefined ? undefined : Object.values(row)[0];
}

export class PragmaRefused extends Error {
  override readonly name = 'PragmaRefused';
  constructor(pragma: string, wanted: unknown, read: unknown) {
    super(`PRAGMA ${pragma} should read ${String(wanted)} and reads ${String(read)}`);
  }
}

type Pragma = readonly [name: string, value: string, reads: unknown];

const PRAGMAS: readonly Pragma[] = [
  ['busy_timeout', '5000', 5000],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['cache_size', '-65536', -65536],
  ['temp_store', 'MEMORY', 2],
  ['trusted_schema', 'OFF', 0],
  // What one large change left of the log goes back to the disk.
  ['journal_size_limit', '16777216', 16_777_216],
];

/** There fsync leaves data in the disk's own cache unless asked twice. */
const MACOS: readonly Pragma[] = [
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
];

const pragmasFor = (platform: NodeJS.Platform): readonly Pragma[] =>
  platform === 'darwin' ? [...PRAGMAS, ...MACOS] : PRAGMAS;
