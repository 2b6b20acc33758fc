import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

/** Makes a database file that only its owner can read. SQLite gives its log and the log's index the same mode. */
export function makePrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) chmodSync(path, 0o600);
}
