import { createHash, sign, type KeyObject } from 'node:crypto';
import { signatureBaseString, type OAuthParameters } from './base-string.ts';
import { percentEncode } from './percent-encode.ts';

export interface SignedRequest {
  readonly method: string;
  /** Absolute, its query already encoded; to be sent exactly as it stands here. */
  readonly url: string;
  /** Exactly what is sent, UTF-8 where it is text; null for no body. */
  readonly body: string | Uint8Array | null;
}

export interface Signing {
  readonly consumerKey: string;
  /** The RSA private key that belongs to the consumer key. */
  readonly key: KeyObject;
  /** Letters and digits, never the same twice. */
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/**
 * The `Authorization` header of a call: one-legged OAuth 1.0a with RSA-SHA256 (PKCS#1 v1.5). Values stand in the
 * header as they were signed; the signature alone is percent-encoded.
 */
export function authorizationHeader(request: SignedRequest, signing: Signing): string {
  const oauth = oauthParameters(request, signing);
  const text = signatureBaseString(request.method, request.url, oauth);
  const signature = sign('sha256', Buffer.from(text), signing.key).toString('base64');
  const pairs = Object.entries({ ...oauth, oauth_signature: percentEncode(signature) });
  return `OAuth ${pairs.map(([name, value]) => `${name}="${value}"`).join(',')}`;
}

/** In the order in which the header names them. */
function oauthParameters({ body }: SignedRequest, signing: Signing): OAuthParameters {
  return {
    oauth_body_hash: bodyHash(body),
    oauth_consumer_key: signing.consumerKey,
    oauth_nonce: signing.nonce,
    oauth_signature_method: 'RSA-SHA256',
    oauth_timestamp: String(signing.timestamp),
    oauth_version: '1.0',
  };
}

/** SHA-256 of the body's bytes in base64. No body is hashed like an empty one, and its hash is sent. */
export const bodyHash = (body: SignedRequest['body']): string =>
  createHash('sha256')
    .update(body ?? '')
    .digest('base64');
