import type { KeyInfo } from '../../shared/accounts/key-material.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Instant } from '../../shared/notification.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import { dateOf } from '../ui/format.ts';

/** `RSA, 2048 bits, certificate CN=Alder Freight until 3 Mar 2027`. */
export function keyWords({ kind, subject, expiresAt }: KeyInfo): string {
  if (subject === null && expiresAt === null) return `${kind}, no certificate`;
  const name = subject === null ? '' : ` ${subject}`;
  return `${kind}, certificate${name}${expiresAt === null ? '' : ` until ${dateOf(expiresAt)}`}`;
}

/** What the check of a key found wrong: `The password does not open the file.` */
export function keyFaultWords({ reason, detail }: Failure): string {
  if (reason !== 'key-unusable' || detail === null) return `${reasonTexts[reason].title}.`;
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
}

/** How a certificate stands. */
export type CertificateState = 'good' | 'ends-soon' | 'over' | 'unknown';

/** A certificate is renewed by hand, at another company: a month is not much. */
const SOON_MS = 30 * 86_400_000;

export function certificateState(expiresAt: Instant | null, now: number): CertificateState {
  if (expiresAt === null) return 'unknown';
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return 'over';
  return left < SOON_MS ? 'ends-soon' : 'good';
}
