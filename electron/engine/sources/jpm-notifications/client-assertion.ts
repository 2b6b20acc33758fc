import { randomUUID, sign } from 'node:crypto';
import type { OpenedKey } from '../../keys/open-key.ts';

export interface AssertionClaims {
  readonly clientId: string;
  /** The token URL that the assertion is sent to. */
  readonly audience: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * A signed JWT by which a client proves itself, good for five minutes and for one use: RS256, `kid` the SHA-1
 * thumbprint of the registered certificate as 40 capital hexadecimal digits, `iss` and `sub` the client id.
 * Null where there is no certificate to be named.
 */
export function clientAssertion({ key, info }: OpenedKey, claims: AssertionClaims): string | null {
  if (info.thumbprint === null) return null;
  const issuedAt = Math.floor(claims.now / 1000);
  const signed = [
    { alg: 'RS256', typ: 'JWT', kid: info.thumbprint },
    {
      iss: claims.clientId,
      sub: claims.clientId,
      aud: claims.audience,
      iat: issuedAt,
      exp: issuedAt + LIFE_SECONDS,
      jti: randomUUID(),
    },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

const LIFE_SECONDS = 300;
