import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  parameterString,
  signatureBaseString,
} from '../../electron/engine/sources/mastercard-cen/oauth1/base-string.ts';
import {
  authorizationHeader,
  bodyHash,
} from '../../electron/engine/sources/mastercard-cen/oauth1/sign-request.ts';

const FILE = fileURLToPath(
  new URL('../../../shared/facts/samples/mastercard/oauth1-test-vectors.json', import.meta.url),
);
const isThere = existsSync(FILE);
if (!isThere) console.log(`Skipped: the recorded signatures are not at ${FILE}`);

interface Vector {
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly consumerKey: string;
  readonly nonce: string;
  readonly timestamp: number;
  readonly bodyHash: string;
  readonly parameterString: string;
  readonly signatureBaseString: string;
  readonly authorizationHeader: string;
}

const { vectors, throwAwayTestKeyJwk } = (
  isThere ? JSON.parse(readFileSync(FILE, 'utf8')) : { vectors: [] }
) as {
  readonly vectors: readonly Vector[];
  readonly throwAwayTestKeyJwk: JsonWebKey;
};

describe.skipIf(!isThere)('recorded Mastercard signatures', () => {
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
