import { resolveSecret, type SecretReader } from '../accounts/resolve-secret.ts';
import type { FieldError } from '../field-errors.ts';
import { failed, ok, type Result } from '../result.ts';
import type { NetworkSettings, OpenedNetwork } from './network-settings.ts';

/** Settings with their secret in the clear, and sentences for stderr. */
export interface OpenNetwork {
  readonly network: OpenedNetwork;
  readonly warnings: readonly string[];
}

/** Looks up the password of a named proxy. Fails with the field, by its path from the file's root. */
export function openNetwork(
  { proxy, caFile }: NetworkSettings,
  io: SecretReader,
): Result<OpenNetwork, readonly FieldError[]> {
  const file = caFile === undefined ? {} : { caFile };
  if (proxy === undefined) return ok({ network: file, warnings: [] });
  if (typeof proxy === 'string') return ok({ network: { ...file, proxy }, warnings: [] });
  const { password: kept, ...rest } = proxy;
  const password = kept === undefined ? ok(null) : resolveSecret(kept, io);
  if (!password.ok) return failed([{ field: 'network.proxy.password', message: password.failure }]);
  return ok({
    network: { ...file, proxy: { ...rest, password: password.value } },
    warnings: typeof kept === 'string' ? [WRITTEN_OUT] : [],
  });
}

const WRITTEN_OUT =
  'network.proxy.password is written out in the file: anyone who can read the file has it. Use { "env": … } or { "file": … }.';
