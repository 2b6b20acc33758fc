import { failed, ok, type Result } from '../result.ts';
import type { KeyRef } from './key-ref.ts';
import type { SecretRef } from './secret-ref.ts';

/** How the outside is reached: handed in, so that this stays pure. */
export interface SecretReader {
  env(name: string): string | undefined;
  /** The text of a file named relative to the accounts file; null where it cannot be read. */
  readFile(path: string): string | null;
  /** The same for a file that need not be text, in base64. */
  readBase64(path: string): string | null;
}

/** The text of a secret, or why it cannot be had. */
export function resolveSecret(secret: SecretRef | KeyRef, io: SecretReader): Result<string, string> {
  if (typeof secret === 'string') return ok(secret);
  if ('env' in secret) {
    const value = io.env(secret.env);
    return value === undefined || value === ''
      ? failed(`the environment variable ${secret.env} is not set`)
      : ok(value);
  }
  if ('file' in secret) {
    const value = io.readFile(secret.file);
    if (value === null) return failed(`the file ${secret.file} cannot be read`);
    const trimmed = value.replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');
    return trimmed === '' ? failed(`the file ${secret.file} is empty`) : ok(trimmed);
  }
  return failed('{ stored } belongs to the app’s own settings: use { env } or { file } here');
}
