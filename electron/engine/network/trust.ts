import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { readCertificateFile } from './certificate-file.ts';
import type { Env } from './env-proxy.ts';
import { systemRoots } from './system-roots.ts';

/** Whom a server's certificate may be signed by. */
export interface Trust {
  readonly context: SecureContext;
  /** How many roots this computer's system gave; 0 where the runtime cannot tell them. */
  readonly system: number;
  /** Why `NODE_EXTRA_CA_CERTS` is left out, null where it is not; Node leaves it out too. */
  readonly extraFault: string | null;
}

export interface TrustOptions {
  readonly platform: NodeJS.Platform;
  readonly env: Env;
  /** The person's, or the office's, own; null where there is none. */
  readonly caFile: string | null;
}

/**
 * The roots that Node brings, those of the system, those of `NODE_EXTRA_CA_CERTS`, which the packed app's runtime does
 * not heed by itself, and those of the file that was named. Fails where that file cannot be used.
 */
export function gatherTrust({ platform, env, caFile }: TrustOptions): Result<Trust, Failure> {
  const own = caFile === null ? ok([]) : readCertificateFile(caFile);
  if (!own.ok) return failed(failure('ca-file-unusable', { detail: own.failure }));
  const system = systemRoots(platform, env);
  const extraFile = env['NODE_EXTRA_CA_CERTS'] ?? '';
  const extra = extraFile === '' ? ok([]) : readCertificateFile(extraFile);
  const all = new Set([...rootCertificates, ...system, ...(extra.ok ? extra.value : []), ...own.value]);
  return ok({
    context: createSecureContext({ ca: [...all] }),
    system: system.length,
    extraFault: extra.ok ? null : `NODE_EXTRA_CA_CERTS: ${extra.failure}`,
  });
}
