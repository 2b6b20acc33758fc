import { statSync } from 'node:fs';
import { StoreError } from '../store.ts';

/**
 * Notes which files an open archive is, its log included, and gives a check whether they still lie under their names.
 * SQLite goes on writing into a file that was deleted, moved or replaced, and all of that is lost at the end.
 *
 * The check throws `store-gone` where they do not. It asks for names alone: opening the file would drop SQLite's locks.
 */
export function filesInPlace(file: string): () => void {
  const log = `${file}-wal`;
  const opened = identityOf(file);
  let openedLog = identityOf(log);
  return () => {
    // The log comes with the first reading at the latest, and stays while anybody has the file open.
    openedLog ??= identityOf(log);
    if (identityOf(file) !== opened) throw goneError(file);
    if (identityOf(log) !== openedLog) throw goneError(log);
  };
}

/** Null where there is no such file, or nothing in it any more. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (found === undefined) return null;
  const isEmptied = found.size === 0n && !path.endsWith('-wal');
  return isEmptied ? null : `${found.dev} ${found.ino}`;
}

const goneError = (path: string) =>
  new StoreError(
    'store-gone',
    `${path} was moved, deleted, emptied or replaced while Quayside had it open. What is fetched now would be lost, so ` +
      'nothing is fetched or changed. Put the data directory back as it was and Quayside goes on by itself; or quit ' +
      'Quayside, put a copy of the archive in its place, and start again.',
  );
