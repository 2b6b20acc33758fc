import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './sync-path.ts';

/**
 * Makes a database file that only its owner can read, and its folder where that is missing. SQLite gives its log
 * and the log's index the same mode.
 */
export function makePrivate(file: string): void {
  makeFolder(dirname(file));
  if (!existsSync(file)) {
    closeSync(openSync(file, 'a', 0o600));
    syncFolder(dirname(file));
  }
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) chmodSync(path, 0o600);
}

function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  // The process's umask may have taken from the mode.
  chmodSync(folder, 0o700);
  syncFolder(dirname(folder));
}
