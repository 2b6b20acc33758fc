import { createPrivateKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  parameterString,
  signatureBaseString,
} from '../../electron/engine/sources/mastercard-cen/oauth1/base-string.ts';
import {
  authorizationHeader,
  bodyHash,
} from '../../electron/engine/sources/mastercard-cen/oauth1/sign-request.ts';
import { areVectorsThere, throwAwayTestKeyJwk, vectors } from './oauth-vectors.ts';

describe.skipIf(!areVectorsThere)('recorded Mastercard signatures', () => {
  it('are four', () => expect(vectors).toHaveLength(4));

  it.each(vectors)('are reproduced byte for byte: $name', (vector) => {
    const key = createPrivateKey({ key: throwAwayTestKeyJwk, format: 'jwk' });
    const { consumerKey, nonce, timestamp } = vector;
    const oauth = {
      oauth_body_hash: bodyHash(vector.body),
      oauth_consumer_key: consumerKey,
      oauth_nonce: nonce,
      oauth_signature_method: 'RSA-SHA256',
      oauth_timestamp: String(timestamp),
      oauth_version: '1.0',
    };
    expect({
      bodyHash: bodyHash(vector.body),
      parameterString: parameterString(vector.url, oauth),
      signatureBaseString: signatureBaseString(vector.method, vector.url, oauth),
      authorizationHeader: authorizationHeader(vector, { consumerKey, key, nonce, timestamp }),
    }).toEqual({
      bodyHash: vector.bodyHash,
      parameterString: vector.parameterString,
      signatureBaseString: vector.signatureBaseString,
      authorizationHeader: vector.authorizationHeader,
    });
  });
});
