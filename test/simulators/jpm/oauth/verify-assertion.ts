import { verify } from 'node:crypto';
import type { JpmClient } from '../clients.ts';
import type { Verdict } from '../contract.ts';

export interface AssertionVerifier {
  /** `now` is the simulator's own time, epoch milliseconds. An assertion that is good uses up its `jti`. */
  verify(assertion: string, client: JpmClient, audience: string, now: number): Verdict;
}

/**
 * The client assertion as J.P. Morgan's token endpoint is said to check it: RS256, `kid` the SHA-1 thumbprint of a
 * registered certificate, `iss` = `sub` = the client id, `aud` the token URL, not run out, `jti` used once. How far
 * ahead it may be issued is not published.
 */
export function assertionVerifier(issuedAheadMs: () => number): AssertionVerifier {
  const used = new Map<string, number>();

  return {
    verify(assertion, client, audience, now) {
      const parts = readAssertion(assertion);
      if (parts === null) return 'bad-assertion';
      const { header, claims } = parts;
      if (header['alg'] !== 'RS256') return 'other-algorithm';
      const certificate = client.certificates.get(String(header['kid']));
      if (certificate === undefined) return 'unknown-kid';
      if (Date.parse(certificate.validTo) < now) return 'certificate-expired';
      if (!verify('sha256', Buffer.from(parts.signed), certificate.publicKey, parts.signature)) {
        return 'bad-signature';
      }
      const verdict = refuseClaims(claims, client.clientId, audience, now, issuedAheadMs());
      return verdict ?? useUp(claims, client.clientId, now);
    },
  };

  function useUp(claims: Claims, clientId: string, now: number): Verdict {
    const { jti, exp } = claims;
    if (typeof jti !== 'string' || jti === '') return 'no-jti';
    const key = `${clientId}\n${jti}`;
    if ((used.get(key) ?? -Infinity) > now) return 'repeated-jti';
    used.set(key, Number(exp) * 1000);
    return 'ok';
  }
}

type Claims = Readonly<Record<string, unknown>>;

function refuseClaims(
  { iss, sub, aud, iat, exp }: Claims,
  clientId: string,
  audience: string,
  now: number,
  aheadMs: number,
): Verdict | null {
  if (iss !== clientId || sub !== clientId) return 'wrong-issuer';
  if (aud !== audience) return 'wrong-audience';
  if (typeof exp !== 'number' || exp * 1000 <= now) return 'expired-assertion';
  if (typeof iat === 'number' && iat * 1000 > now + aheadMs) return 'issued-ahead';
  return null;
}

function readAssertion(assertion: string): {
  readonly header: Claims;
  readonly claims: Claims;
  readonly signed: string;
  readonly signature: Buffer;
} | null {
  const match = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(assertion);
  const [, head = '', body = '', signature = ''] = match ?? [];
  const header = readPart(head);
  const claims = readPart(body);
  if (header === null || claims === null) return null;
  return { header, claims, signed: `${head}.${body}`, signature: Buffer.from(signature, 'base64url') };
}

function readPart(part: string): Claims | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : null;
  } catch {
    return null;
  }
}
