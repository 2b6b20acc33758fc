import { readFileSync } from 'node:fs';
import { dirname, posix, resolve, win32 } from 'node:path';
import { failure, type Failure } from '../../../shared/failure.ts';
import { fieldErrors, fieldErrorText } from '../../../shared/field-errors.ts';
import type { OpenedNetwork } from '../../../shared/network/network-settings.ts';
import { openNetwork } from '../../../shared/network/open-network.ts';
import { policyFileSchema } from '../../../shared/network/policy-file.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { Env } from './env-proxy.ts';

/** Where an office sets up every copy of Quayside on a computer. */
export function policyFileOf(platform: NodeJS.Platform, env: Env): string {
  if (platform === 'win32') {
    return win32.join(
      env['ProgramData'] ?? env['PROGRAMDATA'] ?? 'C:\\ProgramData',
      'Quayside',
      'policy.json',
    );
  }
  if (platform === 'darwin') return '/Library/Application Support/Quayside/policy.json';
  return posix.join('/etc', 'quayside', 'policy.json');
}

/**
 * The office's network settings, empty where there is no such file. One that is there and cannot be used is a failure:
 * what the office wanted is not known, and a call could go where it must not.
 */
export function readPolicy(path: string, env: Env): Result<OpenedNetwork, Failure> {
  const text = readText(path);
  if (text === null) return ok({});
  const why = (detail: string) => failed(failure('policy-unusable', { detail: `${path}: ${detail}` }));
  if (!text.ok) return why(`it cannot be read (${text.failure})`);
  const json = parseJson(text.value);
  if (json === undefined) return why('it is not JSON');
  const policy = policyFileSchema.safeParse(json);
  if (!policy.success) return why(fieldErrors(policy.error, json).map(fieldErrorText).join('; '));
  const besides = (file: string) => resolve(dirname(path), file);
  const opened = openNetwork(policy.data.network ?? {}, {
    env: (name) => env[name],
    readFile: (file) => readOrNull(besides(file)),
    readBase64: () => null,
  });
  if (!opened.ok) return why(opened.failure.map(fieldErrorText).join('; '));
  const { caFile } = opened.value.network;
  return ok({ ...opened.value.network, ...(caFile === undefined ? {} : { caFile: besides(caFile) }) });
}

/** Null where there is no such file; the failure is the system's code. */
function readText(path: string): Result<string, string> | null {
  try {
    return ok(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : failed(code);
  }
}

function readOrNull(path: string): string | null {
  const text = readText(path);
  return text?.ok === true ? text.value : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
