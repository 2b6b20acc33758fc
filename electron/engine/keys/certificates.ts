import { X509Certificate, type KeyObject } from 'node:crypto';
import { toInstant } from '../time/clock.ts';
import { pemBlocks } from './pem-blocks.ts';

/** A certificate in PEM or DER; null where it is none. */
export function certificateOf(encoded: string | Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(encoded);
  } catch {
    return null;
  }
}

/** All certificates of a file of its own, PEM or DER; none where it holds something else. */
export function certificatesIn(bytes: Uint8Array): readonly X509Certificate[] {
  const blocks = pemBlocks(bytes).filter(({ label }) => label.endsWith('CERTIFICATE'));
  const encoded = blocks.length === 0 ? [bytes] : blocks.map(({ text }) => text);
  return encoded.flatMap((one) => certificateOf(one) ?? []);
}

/** The key's own among these, of several the one that lasts longest; null for none. */
export function ownCertificate(
  key: KeyObject,
  certificates: readonly X509Certificate[],
): X509Certificate | null {
  const own = certificates.filter((certificate) => certificate.checkPrivateKey(key));
  return own.reduce<X509Certificate | null>(
    (best, one) => (best === null || validUntil(one) > validUntil(best) ? one : best),
    null,
  );
}

/** When it runs out, epoch milliseconds. */
export const validUntil = ({ validTo }: X509Certificate): number => Date.parse(validTo);

/** What may be shown of a certificate, or where there is none. */
export function certificateInfo(certificate: X509Certificate | null): {
  readonly subject: string | null;
  readonly expiresAt: string | null;
  readonly thumbprint: string | null;
} {
  if (certificate === null) return { subject: null, expiresAt: null, thumbprint: null };
  return {
    subject: certificate.subject.split('\n').join(', '),
    expiresAt: toInstant(validUntil(certificate)),
    thumbprint: certificate.fingerprint.replaceAll(':', ''),
  };
}
