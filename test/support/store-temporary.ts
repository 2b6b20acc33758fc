import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../electron/engine/time/clock.ts';
import type { DriverName } from '../../electron/engine/store/sqlite/driver.ts';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';

/** A folder of its own, removed with all it holds when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-store-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export interface TemporaryStore {
  readonly store: InboxStore;
  readonly directory: string;
}

/** A store in a folder of its own, closed and removed when the test is over. */
export async function temporaryStore(
  options: { driver?: DriverName; clock?: Clock } = {},
): Promise<TemporaryStore> {
  const directory = temporaryFolder();
  return { store: await openedStore(directory, options), directory };
}

/** The store in a folder, closed when the test is over. Throws what kept it from opening. */
export async function openedStore(
  directory: string,
  options: { driver?: DriverName; clock?: Clock } = {},
): Promise<InboxStore> {
  const opened = await openSqliteStore({ directory, ...options });
  if (!opened.ok) throw new Error(`${opened.failure.reason}: ${opened.failure.detail ?? ''}`);
  const store = opened.value;
  onTestFinished(() => store.close());
  return store;
}
