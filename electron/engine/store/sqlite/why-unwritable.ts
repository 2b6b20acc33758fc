import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Failure } from '../../../../shared/failure.ts';

/** Why a data directory cannot be written, as a whole sentence that is true of it; `failed` is what trying came to. */
export function whyUnwritable(directory: string, failed: Failure): string {
  if (failed.reason === 'store-full') return `The disk or quota that holds ${directory} is full.`;
  const code = refusalOf(directory, constants.W_OK);
  if (code === 'EROFS') return `${directory} lies on a disk that is mounted read-only.`;
  const owner = ownerOf(directory);
  if (owner !== null) return `${directory} belongs to another user (number ${owner}).`;
  return `The permissions of ${directory}, or of a file in it, do not let you write.`;
}

/** Why the archive's file cannot even be read; null where it can. */
export function whyUnreadable(file: string): string | null {
  const code = refusalOf(file, constants.R_OK);
  if (code === null) return null;
  const owner = ownerOf(file) ?? ownerOf(dirname(file));
  if (owner !== null) {
    return `${file} belongs to another user (number ${owner}), who does not let you read it. Ask that person, or name a data directory of your own with --data.`;
  }
  return `${file} cannot be read (${code}). Make the folder and its files readable for you.`;
}

/** The error code with which the system refuses; null where it does not. */
function refusalOf(path: string, mode: number): string | null {
  try {
    accessSync(path, mode);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}

/** Whose it is, where it is not ours. Null on systems that tell no numbers, and where it cannot be seen. */
function ownerOf(path: string): number | null {
  const me = process.getuid?.();
  try {
    const { uid } = statSync(path);
    return me === undefined || uid === me ? null : uid;
  } catch {
    return null;
  }
}
