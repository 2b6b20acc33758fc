import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MastercardRequest } from '../simulators/mastercard/contract.ts';
import { readAuthorization } from '../simulators/mastercard/oauth/authorization-header.ts';
import { acceptableBaseStrings } from '../simulators/mastercard/oauth/base-strings.ts';
import { percentEncode } from '../simulators/mastercard/oauth/percent-encoding.ts';
import { verifier } from '../simulators/mastercard/oauth/verify-call.ts';
import { areVectorsThere, throwAwayTestKeyJwk, vectors, type OAuthVector } from './oauth-vectors.ts';

describe.skipIf(!areVectorsThere)('the simulator, shown recorded signatures,', () => {
  it('has four of them', () => expect(vectors).toHaveLength(4));

  it.each(vectors)('accepts Mastercard’s own style: $name', (vector) => {
    expect({ base: baseStrings(vector, vector.authorizationHeader)[0], ...verdicts(vector) }).toEqual({
      base: vector.signatureBaseString,
      first: 'ok',
      again: 'repeated',
      changed: 'mismatch',
    });
  });

  it.each(vectors)('accepts the style of RFC 5849: $name', (vector) => {
    const header = strictHeader(vector);
    expect({ bases: baseStrings(vector, header), verdict: verdictOf(vector, header) }).toEqual({
      bases: expect.arrayContaining([vector.rfc5849StrictBaseString]) as unknown,
      verdict: 'ok',
    });
  });

  it.each(vectors)('refuses a header of the one style over a text of the other: $name', (vector) => {
    const signature = percentEncode(signed(vector.rfc5849StrictBaseString));
    const mixed = vector.authorizationHeader.replace(
      /oauth_signature="[^"]*"/,
      `oauth_signature="${signature}"`,
    );
    expect(verdictOf(vector, mixed)).toBe('mismatch');
  });
});

function verdicts(vector: OAuthVector) {
  const { verify } = verifierOf(vector);
  const call = requestOf(vector, vector.authorizationHeader);
  const now = vector.timestamp * 1000;
  const [first, again] = [verify(call, now).verdict, verify(call, now).verdict];
  return { first, again, changed: verify({ ...call, target: `${call.target}x` }, now).verdict };
}

const verdictOf = (vector: OAuthVector, header: string) =>
  verifierOf(vector).verify(requestOf(vector, header), vector.timestamp * 1000).verdict;

const verifierOf = ({ consumerKey }: OAuthVector) => {
  const publicKey = createPublicKey({ key: throwAwayTestKeyJwk, format: 'jwk' });
  const made = verifier({
    publicKeyOf: (key) => (key === consumerKey ? publicKey : null),
    windowMs: () => 300_000,
  });
  return { verify: (request: MastercardRequest, now: number) => made.verify(request, now) };
};

function baseStrings(vector: OAuthVector, header: string): readonly string[] {
  const { host } = new URL(vector.url);
  return acceptableBaseStrings(
    { ...requestOf(vector, header), host },
    readAuthorization(header) ?? new Map(),
  );
}

function requestOf({ method, url, body }: OAuthVector, header: string): MastercardRequest {
  const [, scheme, host = '', target = ''] = /^(https?):\/\/([^/]+)(.*)$/.exec(url) ?? [];
  return {
    method,
    scheme: scheme === 'http' ? 'http' : 'https',
    target,
    rawHeaders: ['Host', host, 'Authorization', header],
    body: Buffer.from(body ?? ''),
  };
}

/** The recorded header with every value encoded, and a signature over the recorded text of the RFC. */
function strictHeader(vector: OAuthVector): string {
  const oauth = readAuthorization(vector.authorizationHeader) ?? new Map<string, string>();
  const pairs = [...oauth]
    .filter(([name]) => name !== 'oauth_signature')
    .map(([name, value]) => `${name}="${percentEncode(value)}"`);
  const signature = percentEncode(signed(vector.rfc5849StrictBaseString));
  return `OAuth realm="",${pairs.join(', ')}, oauth_signature="${signature}"`;
}

const signed = (text: string): string =>
  sign('sha256', Buffer.from(text), createPrivateKey({ key: throwAwayTestKeyJwk, format: 'jwk' })).toString(
    'base64',
  );
