import { open } from 'node:fs/promises';
import { failed, ok, type Result } from '../../../shared/result.ts';

/** Larger than any message that a source may send, and small enough for the memory. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

/** The bytes of a file, or that it is too large to be read as one. */
export type FileContent = { readonly bytes: Uint8Array } | { readonly tooLarge: true };

/** Fails with a sentence that says what to do. */
export async function readInputFile(path: string): Promise<Result<FileContent, string>> {
  try {
    const file = await open(path, 'r');
    try {
      return ok(await readChunks(file.createReadStream({ autoClose: false })));
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return failed(`${path} ${WORDS[code] ?? `cannot be read (${code}): check the file.`}`);
  }
}

/** Reads to the end, or until it is too much. */
export async function readChunks(chunks: AsyncIterable<unknown>): Promise<FileContent> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const part = Buffer.from(chunk as Uint8Array);
    size += part.length;
    if (size > LARGEST_FILE_BYTES) return { tooLarge: true };
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts) };
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist: check its name.',
  EISDIR: 'is a folder: name the files in it.',
  EACCES: 'may not be read: change its permissions.',
  EPERM: 'may not be read: change its permissions.',
};
