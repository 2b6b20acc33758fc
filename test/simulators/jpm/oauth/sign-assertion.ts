import { randomUUID, sign, type KeyObject } from 'node:crypto';

export interface AssertionParts {
  readonly clientId: string;
  /** Where it is sent. */
  readonly tokenUrl: string;
  readonly privateKey: KeyObject;
  readonly thumbprint: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Members that replace those of the header; `undefined` leaves one out. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** The same for the claims. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A client assertion as J.P. Morgan asks for it, or one that is wrong in the way the caller says. */
export function signAssertion(parts: AssertionParts): string {
  const seconds = Math.floor(parts.now / 1000);
  const header = encoded({ alg: 'RS256', typ: 'JWT', kid: parts.thumbprint, ...parts.header });
  const claims = encoded({
    iss: parts.clientId,
    sub: parts.clientId,
    aud: parts.tokenUrl,
    jti: randomUUID(),
    iat: seconds,
    exp: seconds + 300,
    ...parts.claims,
  });
  const signature = sign('sha256', Buffer.from(`${header}.${claims}`), parts.privateKey);
  return `${header}.${claims}.${signature.toString('base64url')}`;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
