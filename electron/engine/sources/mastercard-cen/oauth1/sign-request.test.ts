import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { baseUri, parameterString, signatureBaseString } from './base-string.ts';
import { encodedQuery, percentEncode } from './percent-encode.ts';
import { authorizationHeader, bodyHash } from './sign-request.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signing = { consumerKey: 'abc!def', key: privateKey, nonce: 'n0nce123', timestamp: 1_795_132_800 };

/** The header's parameters by name, quotes taken off. */
const parametersOf = (header: string): Record<string, string> =>
  Object.fromEntries(
    header
      .slice('OAuth '.length)
      .split(',')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 2, -1)]),
  );

describe('the base string', () => {
  it('names method, address and parameters, each encoded once', () => {
    expect(
      signatureBaseString('get', 'HTTPS://Api.Example.COM:8443/Events/list?b=x%2Cy&a=1#top', {
        oauth_nonce: 'n',
        oauth_consumer_key: 'k!1',
      }),
    ).toBe(
      'GET&https%3A%2F%2Fapi.example.com%3A8443%2FEvents%2Flist' +
        '&a%3D1%26b%3Dx%252Cy%26oauth_consumer_key%3Dk%211%26oauth_nonce%3Dn',
    );
  });

  it('signs the path / where the address has none', () => {
    expect(baseUri('http://127.0.0.1:8089?x=1')).toBe('http://127.0.0.1:8089/');
  });

  it('sorts by name, then by value, byte by byte', () => {
    expect(parameterString('https://a/b?z=2&Z=9&z=10&y&=1', { oauth_version: '1.0' })).toBe(
      '=1&Z=9&oauth_version=1.0&y=&z=10&z=2',
    );
  });

  it('cannot be made of what is no absolute URL', () => {
    expect(() => baseUri('/notifications')).toThrow(TypeError);
  });
});

describe('the query', () => {
  it('is encoded once, spaces and all', () => {
    expect(
      encodedQuery({ start: '2026-11-20T00:00:00.000Z', push_status: 'FAILED,PENDING', name: "a b!*'()" }),
    ).toBe('?start=2026-11-20T00%3A00%3A00.000Z&push_status=FAILED%2CPENDING&name=a%20b%21%2A%27%28%29');
    expect(encodedQuery({})).toBe('');
  });

  it('leaves what needs no encoding', () => {
    expect(percentEncode('Az09-._~')).toBe('Az09-._~');
  });
});

describe('the header', () => {
  const request = { method: 'POST', url: 'https://api.example.com/x?a=b%20c', body: '{"name":"Zoë"}' };

  it('bears every parameter as it was signed, the signature last', () => {
    expect(Object.keys(parametersOf(authorizationHeader(request, signing)))).toEqual([
      'oauth_body_hash',
      'oauth_consumer_key',
      'oauth_nonce',
      'oauth_signature_method',
      'oauth_timestamp',
      'oauth_version',
      'oauth_signature',
    ]);
  });

  it('verifies with the public key over its own parameters', () => {
    const { oauth_signature = '', ...oauth } = parametersOf(authorizationHeader(request, signing));
    const text = signatureBaseString(request.method, request.url, oauth);
    const signature = Buffer.from(decodeURIComponent(oauth_signature), 'base64');
    expect(verify('sha256', Buffer.from(text), createPublicKey(privateKey), signature)).toBe(true);
  });

  it('hashes the bytes that are sent, and an empty body as well', () => {
    expect(bodyHash('{"name":"Zoë"}')).toBe(bodyHash(new TextEncoder().encode('{"name":"Zoë"}')));
    expect(bodyHash(null)).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  });
});
