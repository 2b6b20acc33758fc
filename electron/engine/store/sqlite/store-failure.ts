import { dirname } from 'node:path';
import { statfsSync } from 'node:fs';
import { failure, type Failure } from '../../../../shared/failure.ts';
import { StoreError } from '../store.ts';
import { NoSqlite } from './driver.ts';
import { PragmaRefused } from './pragmas.ts';

type StoreReason = StoreError['reason'];

/** The store's failure behind what SQLite or the file system threw; null where it is a bug of ours. */
export function storeErrorOf(error: unknown, file: string): StoreError | null {
  if (error instanceof StoreError) return error;
  if (error instanceof PragmaRefused)
    return new StoreError('store-unwritable', `${file}: ${error.message}. ${NOT_HERE}`);
  const reason = reasonOf(error, file);
  if (reason === null) return null;
  return new StoreError(reason, `${file}: ${messageOf(error)}. ${WAY_BACK[reason]}`, { cause: error });
}

/** The same as a value, for what opens a file. Rethrows a bug. */
export function storeFailureOf(error: unknown, file: string): Failure {
  if (error instanceof NoSqlite) return failure('not-supported', { detail: error.message });
  const known = storeErrorOf(error, file);
  if (known === null) throw error;
  return failure(known.reason, { detail: known.detail });
}

const NOT_HERE =
  'Nothing stored there would be safe. Choose a folder on a local disk: a network share cannot hold the database.';

type FileReason = Exclude<
  StoreReason,
  'invalid-input' | 'not-found' | 'store-newer' | 'store-gone' | 'payload-damaged'
>;

const WAY_BACK: Readonly<Record<FileReason, string>> = {
  'store-corrupt':
    'Nothing was changed. Quit Quayside and keep a copy of the whole folder. Then move the file, and those beside it ' +
    'that end in -wal and -shm, elsewhere: Quayside starts empty and fetches what the sources still keep. Where a ' +
    'backup (quayside-v….bak) lies in the folder, rename the newest to the name of the file first.',
  'store-full':
    'The disk or your quota is full, and this was not stored. Make room; Quayside goes on where it stopped.',
  'store-locked':
    'Another program holds the file. Close other copies of Quayside, backup programs and database tools, then try again.',
  'store-unwritable':
    'Quayside cannot write here. Check that the folder exists, belongs to you and is not read-only, or choose another one.',
};

function reasonOf(error: unknown, file: string): FileReason | null {
  const sqlite = sqliteReason(error);
  if (sqlite === 'store-unwritable' && isFull(file)) return 'store-full';
  return sqlite ?? fileSystemReason(error);
}

/** A statement of ours that is wrong. Any other plain error says that the schema is not what its version promises. */
const IS_OURS = /syntax error|no such function|incomplete input/;

/** Primary result codes: https://www.sqlite.org/rescode.html */
function sqliteReason(error: unknown): FileReason | null {
  const code = numberAt(error, 'errcode');
  if (code === null) return null;
  switch (code & 0xff) {
    case 1: // SQLITE_ERROR
      return IS_OURS.test(messageOf(error)) ? null : 'store-corrupt';
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return 'store-locked';
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return 'store-corrupt';
    case 13: // SQLITE_FULL
      return 'store-full';
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
    case 15: // SQLITE_PROTOCOL
      return 'store-unwritable';
    default:
      return null;
  }
}

function fileSystemReason(error: unknown): FileReason | null {
  switch (textAt(error, 'code') ?? '') {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'store-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
    case 'ENOENT':
    case 'EIO':
    case 'ENAMETOOLONG':
      return 'store-unwritable';
    case 'EBUSY':
      return 'store-locked';
    default:
      return null;
  }
}

/** A full disk also shows as an I/O error, where SQLite could not make its log or its index of it longer. */
function isFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < 128 * 1024;
  } catch {
    return false;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function numberAt(error: unknown, key: string): number | null {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : null;
  return typeof value === 'number' ? value : null;
}

function textAt(error: unknown, key: string): string | null {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : null;
  return typeof value === 'string' ? value : null;
}
