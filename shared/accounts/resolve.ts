import type { AccountWithSecret } from '../engine-api.ts';
import { fieldErrors, type FieldError } from '../field-errors.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Account } from './account.ts';
import { accountsFileSchema } from './accounts-file.ts';
import type { SecretRef } from './secret-ref.ts';

/** How the outside is reached: handed in, so that this stays pure. */
export interface SecretReader {
  env(name: string): string | undefined;
  /** The text of a file named relative to the accounts file; null where it cannot be read. */
  readFile(path: string): string | null;
}

export interface ResolvedAccounts {
  readonly accounts: readonly AccountWithSecret[];
  /** Sentences for stderr, such as a secret written out in the file. */
  readonly warnings: readonly string[];
}

/**
 * Reads the text of an accounts file and fetches each account's secret. Fails with every wrong field named by its
 * path (`accounts[2].boxId`), or with an empty path where the text is not JSON at all.
 */
export function resolveAccountsFile(
  text: string,
  io: SecretReader,
): Result<ResolvedAccounts, readonly FieldError[]> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const parsed = accountsFileSchema.safeParse(json.value);
  if (!parsed.success) return failed(fieldErrors(parsed.error, json.value));

  const accounts: AccountWithSecret[] = [];
  const errors: FieldError[] = [];
  const warnings: string[] = [];
  parsed.data.accounts.forEach((account, index) => {
    const field = `accounts[${index}].clientSecret`;
    const secret = resolveSecret(account.clientSecret, io);
    if (!secret.ok) return void errors.push({ field, message: secret.failure });
    if (typeof account.clientSecret === 'string') warnings.push(literalWarning(field, account));
    accounts.push({ account: withoutLiteral(account), clientSecret: secret.value });
  });
  return errors.length > 0 ? failed(errors) : ok({ accounts, warnings });
}

function parseJson(text: string): Result<unknown, readonly FieldError[]> {
  try {
    // Editors on Windows put a byte order mark first, which JSON does not allow.
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return failed([{ field: '', message: `is not JSON${whereOf(error, text)}` }]);
  }
}

/** The line alone: the engine's own message quotes the text around the fault, which may hold a secret. */
function whereOf(error: unknown, text: string): string {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  if (position === undefined) return '';
  return `: look at line ${text.slice(0, Number(position)).split('\n').length}`;
}

function resolveSecret(secret: SecretRef, io: SecretReader): Result<string, string> {
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

const literalWarning = (field: string, account: Account): string =>
  `${field} of "${account.id}" is written out in the file: anyone who can read the file has it. Use { "env": … } or { "file": … }.`;

/** The secret travels beside the account from here on, never inside it, so that no view of the account shows it. */
const withoutLiteral = (account: Account): Account =>
  typeof account.clientSecret === 'string' ? { ...account, clientSecret: { stored: true } } : account;
