import { generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto';
import { selfSigned } from '../../support/self-signed.ts';

/** A signing key as a company holds it, with the certificate that it registered at J.P. Morgan. */
export interface JpmCredentials {
  /** PKCS#8. */
  readonly privateKeyPem: string;
  readonly certificatePem: string;
  readonly privateKey: KeyObject;
  /** SHA-1 of the certificate: 40 upper-case hexadecimal digits, what `kid` must be. */
  readonly thumbprint: string;
}

/** A new RSA key of 2048 bits and a certificate for it. Instants are epoch milliseconds, before 2050. */
export function newJpmCredentials(
  options: { readonly commonName?: string; readonly validFrom?: number; readonly validUntil?: number } = {},
): JpmCredentials {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return credentialsOf(privateKey, options);
}

/** Another certificate for a key that exists, as at a renewal. */
export function credentialsOf(
  privateKey: KeyObject,
  {
    commonName = 'harbour.example',
    validFrom = Date.UTC(2026, 0, 1),
    validUntil = Date.UTC(2029, 0, 1),
  }: { readonly commonName?: string; readonly validFrom?: number; readonly validUntil?: number } = {},
): JpmCredentials {
  const certificatePem = selfSigned(privateKey, commonName, validFrom, validUntil);
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem,
    privateKey,
    thumbprint: thumbprintOf(certificatePem),
  };
}

/** 40 upper-case hexadecimal digits. */
export const thumbprintOf = (certificatePem: string): string =>
  new X509Certificate(certificatePem).fingerprint.replaceAll(':', '').toUpperCase();

let shared: JpmCredentials | null = null;

/** Those of one key for this process: making one takes a good part of a second. */
export function sharedJpmCredentials(): JpmCredentials {
  shared ??= newJpmCredentials();
  return shared;
}
