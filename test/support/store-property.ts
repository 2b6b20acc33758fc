import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDriver, type SqlDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';

/** Just before a new span of receipts, and before a new part of the full-text index. */
export const lastId = fc.constantFrom(0, 1020, 32_760);

/** Runs `work` on a store of its own whose next notification follows `lastId`, with a second connection to its file. */
export async function inStore(
  lastId: number,
  work: (opened: { readonly store: InboxStore; readonly sql: SqlDriver }) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'quayside-property-'));
  try {
    const opened = await openSqliteStore({ directory });
    if (!opened.ok) throw new Error(opened.failure.reason);
    const sql = openDriver(join(directory, 'quayside.db'));
    sql.run(`INSERT INTO sqlite_sequence (name, seq) VALUES ('notification', ?)`, lastId);
    await work({ store: opened.value, sql });
    sql.close();
    await opened.value.close();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
