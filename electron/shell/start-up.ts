import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { resolveAccountsFile, type ResolvedAccounts } from '../../shared/accounts/resolve.ts';
import { fieldErrorText } from '../../shared/field-errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { parseCommandLine, USAGE, type CommandLine } from './command-line.ts';
import { makePrivateFolder } from './private-files.ts';

/** Chromium’s own files, inside the profile. */
export const BROWSER_FOLDER = 'browser';

/** Everything that is decided before the app is ready. */
export interface StartUp {
  readonly commandLine: CommandLine;
  /** The engine's data directory. */
  readonly archive: string;
  /** Settings, secrets and Chromium's own files; one running app each. */
  readonly profile: string;
  readonly fixedAccounts: ResolvedAccounts | null;
}

/**
 * Reads the command line, makes the folders and reads the accounts file. Fails with sentences for stderr, none of
 * which repeats a secret. A data directory that was named holds its own profile in `app`; the usual one lies in
 * the profile.
 */
export function prepareStart(
  args: readonly string[],
  usualArchive: string,
  env: Readonly<Record<string, string | undefined>>,
): Result<StartUp, readonly string[]> {
  const commandLine = parseCommandLine(args);
  if (!commandLine.ok) return failed([commandLine.failure, USAGE]);
  const { accounts, data } = commandLine.value;

  const fixedAccounts = accounts === null ? ok(null) : readAccounts(resolve(accounts), env);
  if (!fixedAccounts.ok) return fixedAccounts;

  const archive = data === null ? usualArchive : resolve(data);
  const profile = data === null ? dirname(usualArchive) : join(archive, 'app');
  for (const folder of [profile, join(profile, BROWSER_FOLDER), archive]) {
    const trouble = tryToMake(folder);
    if (trouble !== null) return failed([trouble]);
  }
  return ok({ commandLine: commandLine.value, archive, profile, fixedAccounts: fixedAccounts.value });
}

function readAccounts(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Result<ResolvedAccounts, readonly string[]> {
  const text = readFile(path, 'utf8');
  if (text === null) {
    return failed([`The accounts file ${path} cannot be read: check its name and permissions.`]);
  }
  const resolved = resolveAccountsFile(text, {
    env: (name) => env[name],
    readFile: (file) => readFile(resolve(dirname(path), file), 'utf8'),
    readBase64: (file) => readFile(resolve(dirname(path), file), 'base64'),
  });
  if (resolved.ok) {
    const { network } = resolved.value;
    const caFile = network.caFile === undefined ? {} : { caFile: resolve(dirname(path), network.caFile) };
    return ok({ ...resolved.value, network: { ...network, ...caFile } });
  }
  return failed(resolved.failure.map((error) => `Accounts file ${path}: ${fieldErrorText(error)}.`));
}

function readFile(path: string, encoding: 'utf8' | 'base64'): string | null {
  try {
    return readFileSync(path, encoding);
  } catch {
    return null;
  }
}

function tryToMake(folder: string): string | null {
  try {
    makePrivateFolder(folder);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return `The data directory ${folder} cannot be used (${code}): make it writable for you, or choose another with --data DIR.`;
  }
}
