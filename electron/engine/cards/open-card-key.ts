import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { CARD_KEY_BYTES } from './card-tokens.ts';

/**
 * The key of this installation's card tokens: 32 random bytes in `card-key` in the data directory, readable by its
 * owner alone, made at the first call. Two processes that start at once end up with the same key.
 *
 * Fails with `card-key-damaged` where the file is not a key (it is never replaced: cards kept so far would no longer be
 * told as the same), `store-full` or `store-unwritable`.
 */
export async function openCardKey(directory: string): Promise<Result<Uint8Array, Failure>> {
  const file = join(directory, CARD_KEY_FILE);
  try {
    const kept = await readKey(file);
    if (kept !== null) return kept;
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await makeKey(directory, file);
    return (
      (await readKey(file)) ?? failed(failure('store-unwritable', { detail: `${CARD_KEY_FILE} vanished` }))
    );
  } catch (error) {
    return failed(fileFailure(error));
  }
}

/** In the data directory. */
export const CARD_KEY_FILE = 'card-key';

/** Null where there is no such file. */
async function readKey(file: string): Promise<Result<Uint8Array, Failure> | null> {
  try {
    const key = await readFile(file);
    if (key.byteLength !== CARD_KEY_BYTES) {
      const detail = `${CARD_KEY_FILE} has ${key.byteLength} bytes instead of ${CARD_KEY_BYTES}`;
      return failed(failure('card-key-damaged', { detail }));
    }
    if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
    return ok(new Uint8Array(key));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Written in full under another name first; whoever links it to its place first has made the key. */
async function makeKey(directory: string, file: string): Promise<void> {
  const draft = join(directory, `${CARD_KEY_FILE}.${randomBytes(6).toString('hex')}`);
  try {
    await writeDurably(draft, randomBytes(CARD_KEY_BYTES));
    await link(draft, file);
    await syncFolder(directory);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows opens no folders, and keeps names durable by itself. */
async function syncFolder(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function fileFailure(error: unknown): Failure {
  const code = codeOf(error);
  if (code === null) throw error;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return failure(isFull ? 'store-full' : 'store-unwritable', { detail: `${CARD_KEY_FILE}: ${code}`, code });
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
