import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KeyMaterial } from '../../../shared/accounts/key-material.ts';
import { failure } from '../../../shared/failure.ts';
import { failed } from '../../../shared/result.ts';
import { selfSigned } from '../../../test/support/self-signed.ts';
import { importKey, openKeyMaterial } from './open-key.ts';
import { PASSWORD, PKCS12_FILES, THUMBPRINT } from './pkcs12.fixture.ts';

const NOW = Date.parse('2026-11-22T09:00:00.000Z');
const material = (given: Partial<KeyMaterial> = {}): KeyMaterial => ({
  key: PKCS12_FILES.rc2,
  password: PASSWORD,
  certificate: null,
  ...given,
});
const info = {
  kind: 'RSA, 2048 bits',
  subject: 'CN=quayside-test, O=Alder Freight',
  expiresAt: '2027-12-27T10:51:04.000Z',
  thumbprint: THUMBPRINT,
};
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a key that is imported', () => {
  it('is taken out of its file, certificate beside it and no password any more', () => {
    const imported = importKey(material(), NOW);
    if (!imported.ok) throw new Error(imported.failure.detail ?? '');
    const bare = imported.value.material;
    const text = (part: string | null) => Buffer.from(part ?? '', 'base64').toString();
    expect([
      imported.value.info,
      bare.password,
      text(bare.key).split('\n')[0],
      text(bare.certificate).split('\n')[0],
    ]).toEqual([info, null, '-----BEGIN PRIVATE KEY-----', '-----BEGIN CERTIFICATE-----']);
    const again = openKeyMaterial(JSON.stringify(bare), NOW);
    expect(again.ok && again.value.info).toEqual(info);
  });

  it('may be a bare key with its certificate in another file', () => {
    const certificate = base64(selfSigned(privateKey, 'Alder', NOW, NOW + 1000));
    const imported = importKey(material({ key: base64(pem), password: null, certificate }), NOW);
    expect(imported.ok && imported.value.info).toMatchObject({
      subject: 'CN=Alder',
      expiresAt: '2026-11-22T09:00:01.000Z',
    });
  });

  it('may have no certificate at all', () => {
    const imported = importKey(material({ key: base64(pem), password: null }), NOW);
    expect(imported.ok && [imported.value.info, imported.value.material]).toEqual([
      { kind: 'RSA, 2048 bits', subject: null, expiresAt: null, thumbprint: null },
      { key: base64(pem), password: null, certificate: null },
    ]);
  });
});

describe('a key that cannot be used says why', () => {
  const expired = base64(pem + selfSigned(privateKey, 'Alder', NOW - 2000, NOW - 1000));
  it.each([
    ['the password does not open the file', material({ password: 'wrong' })],
    ['the file is locked with a password, and none is given', material({ password: null })],
    ['the file holds no private key', material({ key: PKCS12_FILES.noKey })],
    ['the file is no key file, or it is damaged', material({ key: base64('hello') })],
    ['its certificate ran out on 2026-11-22', material({ key: expired, password: null })],
    [
      'the certificate belongs to another key',
      material({ certificate: base64(selfSigned(privateKey, 'Alder', NOW, NOW + 1000)) }),
    ],
  ])('%s', (detail, given) => {
    expect([importKey(given, NOW), openKeyMaterial(JSON.stringify(given), NOW)]).toEqual([
      failed(failure('key-unusable', { detail })),
      failed(failure('key-unusable', { detail })),
    ]);
  });

  it.each(['', 'a client secret', '{"key":"AAAA"}'])('nor is a secret of another kind one: %j', (secret) => {
    expect(openKeyMaterial(secret, NOW)).toEqual(
      failed(failure('key-unusable', { detail: 'what is kept as its key is no key at all' })),
    );
  });
});
