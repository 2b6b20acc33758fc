import type { Clock } from '../../time/clock.ts';
import { backUp } from './backup.ts';
import type { SqlDriver } from './driver.ts';
import { readPragma } from './pragmas.ts';
import { SCHEMA_2 } from './schema-2.ts';
import { SCHEMA_3 } from './schema-3.ts';
import { ACCOUNT_TROUBLE } from './schema-account-trouble.ts';
import { NAMED_ROWS } from './schema-named-rows.ts';
import { SCHEMA_SETTLED } from './schema-settled.ts';
import { ADD_CHECKSUMS } from './add-checksums.ts';
import { SCHEMA_1 } from './schema.ts';

/** Takes a database from the version before to `version`. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: SCHEMA_1 },
  { version: 2, sql: SCHEMA_2 },
  { version: 3, sql: SCHEMA_3 },
  { version: 4, sql: NAMED_ROWS },
  { version: 5, sql: SCHEMA_SETTLED },
  { version: 6, sql: ACCOUNT_TROUBLE },
  { version: 7, sql: ADD_CHECKSUMS },
];

/** Marks the file as ours: `QSDE`. */
export const APPLICATION_ID = 0x51534445;

/**
 * Brings the database to the newest version, each step in one transaction and, where there is something to
 * lose, a backup beside it before the first of them.
 */
export function migrate(sql: SqlDriver, file: string, clock: Clock, migrations: readonly Migration[]): void {
  let isSafe = Number(readPragma(sql, 'user_version')) === 0;
  for (const { version, sql: statements } of migrations) {
    const standing = Number(readPragma(sql, 'user_version'));
    if (standing >= version) continue;
    if (!isSafe) backUp(sql, file, standing, clock.now());
    isSafe = true;
    sql.transaction(() => {
      // Another process may have taken this step while we waited for the lock.
      if (Number(readPragma(sql, 'user_version')) >= version) return;
      sql.exec(statements);
      sql.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
      sql.exec(`PRAGMA user_version = ${String(version)}`);
    });
  }
}

export const newestVersion = (migrations: readonly Migration[]): number =>
  Math.max(...migrations.map(({ version }) => version));
