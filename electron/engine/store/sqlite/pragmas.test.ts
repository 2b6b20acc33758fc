import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDriver, type SqlDriver } from './driver.ts';
import { PragmaRefused, readPragma, setPragmas } from './pragmas.ts';

/** A connection to a database that is in WAL mode already, as at every start but the first. */
function reopenedDatabase(): SqlDriver {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-pragmas-'));
  const file = join(folder, 'x.db');
  const first = openDriver(file);
  first.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x)');
  first.close();
  const sql = openDriver(file);
  onTestFinished(() => {
    sql.close();
    rmSync(folder, { recursive: true });
  });
  return sql;
}

it('makes commits survive a power cut, which the addon alone does not', () => {
  const sql = reopenedDatabase();
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'trusted_schema'];
  const read = () => names.map((name) => readPragma(sql, name));
  const before = read();
  setPragmas(sql, 'linux');
  expect([before[1], read()]).toEqual([1, ['wal', 2, 1, 5000, 0]]);
});

it('asks a Mac to empty the cache of the disk as well', () => {
  const sql = reopenedDatabase();
  setPragmas(sql, 'darwin');
  expect(['fullfsync', 'checkpoint_fullfsync'].map((name) => readPragma(sql, name))).toEqual([1, 1]);
});

it('goes no further where a pragma does not take', () => {
  const sql = openDriver(':memory:');
  onTestFinished(() => {
    sql.close();
  });
  expect(() => {
    setPragmas(sql, 'linux');
  }).toThrow(PragmaRefused);
});
