import { createHash, verify, type KeyObject } from 'node:crypto';
import type { MastercardRequest, Verdict } from '../contract.ts';
import { readAuthorization, type OAuthParameters } from './authorization-header.ts';
import { acceptableBaseStrings } from './base-strings.ts';
import { percentDecode } from './percent-encoding.ts';

export interface Verification {
  readonly verdict: Verdict;
  readonly consumerKey: string | null;
  /** For the error's description: what was missing, the two hashes, the text that should have been signed. */
  readonly detail: string;
}

export interface Verifier {
  /** `now` is the gateway's own clock, epoch milliseconds. A call that is good uses up its nonce. */
  verify(request: MastercardRequest, now: number): Verification;
}

export interface VerifierOptions {
  /** The public key that is registered for a consumer key; null for none. */
  readonly publicKeyOf: (consumerKey: string) => KeyObject | null;
  /** How far a timestamp may lie from `now`, either way, in milliseconds. */
  readonly windowMs: () => number;
}

/**
 * One-legged OAuth 1.0a with RSA-SHA256 (PKCS#1 v1.5) as Mastercard's gateway checks it. How long the gateway takes a
 * timestamp and whether it refuses a repeated nonce is not published: here it does both.
 */
export function verifier({ publicKeyOf, windowMs }: VerifierOptions): Verifier {
  const used = new Set<string>();

  return {
    verify(request, now) {
      const header = headerOf(request, 'authorization');
      if (header === null) return { verdict: 'absent', consumerKey: null, detail: '' };
      const oauth = readAuthorization(header);
      if (oauth === null) return { verdict: 'incomplete', consumerKey: null, detail: 'oauth parameters' };
      const { verdict, detail = '' } = check(request, oauth, now);
      return { verdict, consumerKey: decoded(oauth, 'oauth_consumer_key'), detail };
    },
  };

  function check(request: MastercardRequest, oauth: OAuthParameters, now: number): Checked {
    const missing = NEEDED.find((name) => !decoded(oauth, name));
    if (missing !== undefined) return { verdict: 'incomplete', detail: missing };
    const text = (name: string) => decoded(oauth, name) ?? '';
    if (text('oauth_signature_method') !== 'RSA-SHA256') return { verdict: 'other-method' };
    const hashes = bodyHashes(request, oauth);
    if (hashes !== null) return { verdict: 'wrong-body-hash', detail: hashes };
    const timestamp = text('oauth_timestamp');
    if (!/^\d{1,11}$/.test(timestamp) || Math.abs(Number(timestamp) * 1000 - now) > windowMs()) {
      return { verdict: 'wrong-time', detail: timestamp };
    }
    const consumerKey = text('oauth_consumer_key');
    const publicKey = publicKeyOf(consumerKey);
    if (publicKey === null) return { verdict: 'unknown-consumer-key' };
    const signature = Buffer.from(text('oauth_signature'), 'base64');
    const host = headerOf(request, 'host') ?? '';
    const acceptable = acceptableBaseStrings({ ...request, host }, oauth);
    if (!acceptable.some((base) => verify('sha256', Buffer.from(base), publicKey, signature))) {
      return { verdict: 'mismatch', detail: acceptable[0] ?? '' };
    }
    const use = JSON.stringify([consumerKey, text('oauth_nonce'), timestamp]);
    if (used.has(use)) return { verdict: 'repeated' };
    used.add(use);
    return { verdict: 'ok' };
  }
}

interface Checked {
  readonly verdict: Verdict;
  readonly detail?: string;
}

/** In the order in which their absence is reported. The body hash may be left out where there is no body. */
const NEEDED = [
  'oauth_consumer_key',
  'oauth_signature_method',
  'oauth_timestamp',
  'oauth_nonce',
  'oauth_signature',
] as const;

const decoded = (oauth: OAuthParameters, name: string): string | null =>
  percentDecode(oauth.get(name) ?? '') || null;

/** The calculated and the received hash where they differ; null where all is well. */
function bodyHashes({ body }: MastercardRequest, oauth: OAuthParameters): string | null {
  const received = decoded(oauth, 'oauth_body_hash');
  const calculated = createHash('sha256').update(body).digest('base64');
  if (received === calculated || (received === null && body.length === 0)) return null;
  return `Calculated: ${calculated}, Received: ${received ?? ''}`;
}

/** The value of the only header of that name, given in lower case; null where there is none, or more than one. */
function headerOf({ rawHeaders }: MastercardRequest, name: string): string | null {
  const values = rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name);
  return values.length === 1 ? (values[0] ?? null) : null;
}
