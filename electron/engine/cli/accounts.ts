import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { resolveAccountsFile } from '../../../shared/accounts/resolve.ts';
import type { AccountWithSecret } from '../../../shared/engine-api.ts';
import { fieldErrorText } from '../../../shared/field-errors.ts';
import type { CommandHost } from './command-host.ts';
import { failureSentence } from './failure-sentence.ts';

/** The accounts of a file with their secrets in the clear; null where it cannot be used, which has been told. */
export async function loadAccounts(
  host: CommandHost,
  path: string,
): Promise<readonly AccountWithSecret[] | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    host.output.say(
      `The accounts file ${path} cannot be read${codeOf(error)}: check its name and permissions.`,
    );
    return null;
  });
  if (text === null) return null;

  const resolved = resolveAccountsFile(text, {
    env: (name) => host.env[name],
    readFile: (file) => readOrNull(resolve(dirname(path), file), 'utf8'),
    readBase64: (file) => readOrNull(resolve(dirname(path), file), 'base64'),
  });
  if (!resolved.ok) {
    for (const error of resolved.failure) host.output.say(`Accounts file ${path}: ${fieldErrorText(error)}.`);
    host.output.say('Correct what is named above; nothing has been polled.');
    return null;
  }
  const { network } = resolved.value;
  const { caFile } = network;
  host.network.choose({
    ...network,
    ...(caFile === undefined ? {} : { caFile: resolve(dirname(path), caFile) }),
  });
  const usable = host.network.trust();
  if (!usable.ok) {
    host.output.say(failureSentence(usable.failure));
    return null;
  }
  for (const warning of resolved.value.warnings) host.output.say(`Warning: ${warning}`);
  if (resolved.value.accounts.length > 0) return resolved.value.accounts;
  host.output.say(`The accounts file ${path} names no account: add one under "accounts".`);
  return null;
}

function readOrNull(path: string, encoding: 'utf8' | 'base64'): string | null {
  try {
    return readFileSync(path, encoding);
  } catch {
    return null;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
