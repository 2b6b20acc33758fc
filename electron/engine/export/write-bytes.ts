import type { Failure } from '../../../shared/failure.ts';
import { failed, type Result } from '../../../shared/result.ts';
import { fileFailure } from './file-failure.ts';
import { beginReplacement } from './replacement-file.ts';

/**
 * Puts `bytes` at `path` so that the file there is always either what it was before or all of them.
 *
 * Failures: `file-unwritable` with a sentence in `detail` that says what to do. Failed, it leaves nothing behind.
 */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<Result<null, Failure>> {
  const begun = await beginReplacement(path);
  if (!begun.ok) return begun;
  try {
    await begun.value.file.writeFile(bytes);
  } catch (error) {
    await begun.value.discard();
    return failed(fileFailure(error, path));
  }
  return begun.value.finish();
}
