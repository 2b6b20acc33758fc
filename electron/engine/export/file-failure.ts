import { dirname } from 'node:path';
import { failure, type Failure } from '../../../shared/failure.ts';

/** What a file operation ran into, as a failure whose `detail` says what to do. Rethrows what is no such error. */
export function fileFailure(error: unknown, path: string): Failure {
  const code = errnoOf(error);
  if (code === null) throw error;
  const words = WORDS[code];
  const detail =
    words === undefined ? `${path} cannot be written (${code}): choose another place.` : words(path);
  return failure('file-unwritable', { detail, code });
}

/** `ENOSPC` and its like; null for anything that the operating system did not say. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

const notAllowed = (path: string) =>
  `${path} may not be written: choose another folder, change its permissions, or close the program that has the file open.`;
const full = (path: string) => `The disk that holds ${path} is full: free some space or choose another disk.`;

const WORDS: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `The folder ${dirname(path)} does not exist: create it or choose another.`,
  ENOTDIR: (path) => `${dirname(path)} is not a folder: choose another.`,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EBUSY: notAllowed,
  EROFS: (path) => `${path} is on a disk that cannot be written: choose another.`,
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: (path) =>
    `${path} would grow larger than its disk allows: narrow the filter or choose another disk.`,
  EISDIR: (path) => `${path} is a folder: add a file name.`,
  ENAMETOOLONG: () => 'The file name is too long: choose a shorter one.',
};
