import * as tls from 'node:tls';
import type { Env } from './env-proxy.ts';
import { readCertificateFile } from './certificate-file.ts';

/**
 * The roots that this computer's operating system trusts, as PEM; empty where the runtime cannot tell them. Node tells
 * them from 22.15 on; before that, on Linux, the distribution's own bundle is read.
 */
export function systemRoots(platform: NodeJS.Platform, env: Env): readonly string[] {
  const told = toldByNode();
  if (told.length > 0 || platform !== 'linux') return told;
  const files = [env['SSL_CERT_FILE'] ?? '', ...LINUX_BUNDLES].filter((path) => path !== '');
  for (const file of files) {
    const roots = readCertificateFile(file);
    if (roots.ok) return roots.value;
  }
  return [];
}

/** Where distributions keep them: Debian, Fedora and RHEL, openSUSE, Alpine. */
const LINUX_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

function toldByNode(): readonly string[] {
  const { getCACertificates } = tls as Partial<typeof tls>;
  try {
    return getCACertificates?.('system') ?? [];
  } catch {
    // A runtime without the system's store says so by throwing.
    return [];
  }
}
