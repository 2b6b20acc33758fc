import { createPublicKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { selfSigned } from '../../../../test/support/self-signed.ts';
import { openKeyMaterial } from '../../keys/open-key.ts';
import { clientAssertion } from './client-assertion.ts';

const NOW = Date.parse('2026-11-22T09:00:00.500Z');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const certificate = selfSigned(privateKey, 'Alder Freight', NOW - 1000, NOW + 86_400_000);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const claims = { clientId: 'CC-1', audience: 'https://login.example/token', now: NOW };

const assertion = (withCertificate: string | null) => {
  const secret = JSON.stringify({ key: base64(pem), password: null, certificate: withCertificate });
  const opened = openKeyMaterial(secret, NOW);
  return opened.ok ? clientAssertion(opened.value, claims) : opened.failure;
};

it('is a JWT that the certificate proves, for five minutes and once', () => {
  const [first, second] = [assertion(base64(certificate)), assertion(base64(certificate))].map(String);
  const [head = '', body = '', signature = ''] = first?.split('.') ?? [];
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  const kid = new X509Certificate(certificate).fingerprint.replaceAll(':', '');
  expect([read(head), read(body)]).toEqual([
    { alg: 'RS256', typ: 'JWT', kid },
    {
      iss: 'CC-1',
      sub: 'CC-1',
      aud: 'https://login.example/token',
      iat: 1795338000,
      exp: 1795338300,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  ]);
  expect(kid).toMatch(/^[0-9A-F]{40}$/);
  const signed = Buffer.from(`${head}.${body}`);
  expect(verify('sha256', signed, createPublicKey(privateKey), Buffer.from(signature, 'base64url'))).toBe(
    true,
  );
  expect(read(second?.split('.')[1] ?? '')['jti']).not.toBe(read(body)['jti']);
});

it('is none without a certificate, by which J.P. Morgan knows the key', () => {
  expect(assertion(null)).toBeNull();
});
