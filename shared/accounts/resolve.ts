import type { AccountWithSecret } from '../engine-api.ts';
import { fieldErrors, type FieldError } from '../field-errors.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Account, SecretField } from './account.ts';
import { accountsFileSchema } from './accounts-file.ts';
import { MOST_KEY_BYTES, type KeyMaterial } from './key-material.ts';
import type { KeyRef } from './key-ref.ts';
import { openNetwork } from '../network/open-network.ts';
import type { OpenedNetwork } from '../network/network-settings.ts';
import { resolveSecret, type SecretReader } from './resolve-secret.ts';

export interface ResolvedAccounts {
  readonly accounts: readonly AccountWithSecret[];
  /** How calls get out of the network; its `caFile` as the file names it. */
  readonly network: OpenedNetwork;
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
    const secret = secretOf(account, io);
    const field = (name: string) => `accounts[${index}].${name}`;
    if (!secret.ok) {
      errors.push(...secret.failure.map((error) => ({ ...error, field: field(error.field) })));
      return;
    }
    const secrets = literalsIn(account).filter((name) => name !== 'certificate');
    warnings.push(...secrets.map((name) => literalWarning(field(name), account)));
    accounts.push({ account: withoutLiterals(account), secret: secret.value });
  });
  const network = openNetwork(parsed.data.network ?? {}, io);
  if (!network.ok) errors.push(...network.failure);
  if (errors.length > 0 || !network.ok) return failed(errors);
  return ok({ accounts, network: network.value.network, warnings: [...warnings, ...network.value.warnings] });
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

/** The secret as sources take it: the client secret itself, or the key material as JSON text. */
function secretOf(account: Account, io: SecretReader): Result<string, readonly FieldError[]> {
  if ('clientSecret' in account) return named('clientSecret', resolveSecret(account.clientSecret, io));
  const password = passwordOf(account.signingKey, io);
  const key = named('signingKey', resolveKey(account.signingKey, io));
  const apart = 'certificate' in account ? account.certificate : undefined;
  const certificate = apart === undefined ? ok(null) : named('certificate', resolveKey(apart, io));
  const errors = [password, key, certificate].flatMap((part) => (part.ok ? [] : part.failure));
  if (!password.ok || !key.ok || !certificate.ok) return failed(errors);
  const material: KeyMaterial = { key: key.value, password: password.value, certificate: certificate.value };
  return ok(JSON.stringify(material));
}

const named = (field: string, outcome: Result<string, string>): Result<string, readonly FieldError[]> =>
  outcome.ok ? outcome : failed([{ field, message: outcome.failure }]);

function passwordOf(key: KeyRef, io: SecretReader): Result<string | null, readonly FieldError[]> {
  const password = typeof key === 'object' && 'password' in key ? key.password : undefined;
  return password === undefined ? ok(null) : named('signingKey.password', resolveSecret(password, io));
}

/** A key's file in base64. */
function resolveKey(key: KeyRef, io: SecretReader): Result<string, string> {
  if (typeof key === 'object' && 'file' in key) {
    const value = io.readBase64(key.file);
    if (value === null) return failed(`the file ${key.file} cannot be read`);
    if (value === '') return failed(`the file ${key.file} is empty`);
    return value.length > MOST_BASE64 ? failed(`the file ${key.file} is too large to be a key`) : ok(value);
  }
  const text = resolveSecret(key, io);
  if (!text.ok) return text;
  // PEM is plain ASCII; what is not cannot be a key, and btoa would throw.
  return /^[\x00-\x7f]*$/.test(text.value) ? ok(btoa(text.value)) : failed('is not PEM text');
}

const MOST_BASE64 = Math.ceil(MOST_KEY_BYTES / 3) * 4;

const literalWarning = (field: string, account: Account): string =>
  `${field} of "${account.id}" is written out in the file: anyone who can read the file has it. Use { "env": … } or { "file": … }.`;

/** The secret travels beside the account from here on, never inside it, so that no view of the account shows it. */
function withoutLiterals(account: Account): Account {
  const stored = { stored: true } as const;
  return {
    ...account,
    ...Object.fromEntries(literalsIn(account).map((name) => [topOf(name), stored])),
  };
}

/** Names of the members that hold a secret as text, or a certificate, which is none but long. */
function literalsIn(account: Account): readonly string[] {
  const members = Object.entries(account).filter(([name]) => SECRET_FIELDS.has(name));
  return members.flatMap(([name, value]) => {
    if (typeof value === 'string') return [name];
    const { password } = value as { readonly password?: unknown };
    return typeof password === 'string' ? [`${name}.password`] : [];
  });
}

const topOf = (name: string): string => name.split('.')[0] ?? name;

const SECRET_FIELDS: ReadonlySet<string> = new Set<SecretField>([
  'clientSecret',
  'signingKey',
  'certificate',
]);
