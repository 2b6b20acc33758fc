import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { errnoOf, fileFailure } from './file-failure.ts';

/** A file being written beside the one that it will replace. Ends with either `finish` or `discard`. */
export interface Replacement {
  readonly file: FileHandle;
  /** On disk as a whole, then in the target's place. Removes itself where that fails. */
  finish(): Promise<Result<null, Failure>>;
  discard(): Promise<void>;
}

/** Opens a temporary file, readable by this person alone, in the folder of `path`. */
export async function beginReplacement(path: string): Promise<Result<Replacement, Failure>> {
  const target = await resolveTarget(path);
  if (!target.ok) return target;
  const temporary = join(dirname(target.value), `.quayside-export-${randomBytes(8).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    return ok(replacement(file, temporary, target.value));
  } catch (error) {
    return failed(fileFailure(error, path));
  }
}

function replacement(file: FileHandle, temporary: string, target: string): Replacement {
  const discard = async () => {
    await file.close().catch(alreadyClosed);
    await rm(temporary, { force: true });
  };
  return {
    file,
    discard,
    finish: async () => {
      try {
        await file.sync();
        await file.close();
        await rename(temporary, target);
      } catch (error) {
        await discard();
        return failed(fileFailure(error, target));
      }
      await syncFolder(dirname(target));
      return ok(null);
    },
  };
}

/** Follows a link, so that the file it names is replaced and not the link; refuses what is no file. */
async function resolveTarget(path: string): Promise<Result<string, Failure>> {
  try {
    const found = await stat(path);
    if (found.isFile()) return ok(await realpath(path));
    const what = found.isDirectory() ? 'is a folder: add a file name' : 'is not a file: choose another name';
    return failed(failure('file-unwritable', { detail: `${path} ${what}.` }));
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') return failed(fileFailure(error, path));
  }
  // A new file. Its folder is made real, because the file is renamed within it.
  try {
    return ok(join(await realpath(dirname(path)), basename(path)));
  } catch (error) {
    return failed(fileFailure(error, path));
  }
}

/** Makes the rename itself durable. Windows offers no such call, and the file is whole without it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(notOffered);
  await handle?.close();
}

const alreadyClosed = (): void => undefined;
const notOffered = (): void => undefined;
