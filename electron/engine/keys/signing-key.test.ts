import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../../shared/result.ts';
import { selfSigned } from '../../../test/support/self-signed.ts';
import { certificateInfo } from './certificates.ts';
import { readSigningKey } from './signing-key.ts';

const NOW = Date.parse('2026-11-22T09:00:00.000Z');
const LATER = Date.parse('2027-11-22T09:00:00.000Z');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

const plain = (key: KeyObject) => String(key.export({ type: 'pkcs8', format: 'pem' }));
const lock = { cipher: 'aes-256-cbc', passphrase: 'kèystore' } as const;
const locked = (key: KeyObject) => String(key.export({ type: 'pkcs8', format: 'pem', ...lock }));
const certificate = (key: KeyObject, validUntil = LATER) =>
  selfSigned(key, 'Alder Freight', NOW - 1000, validUntil);

/** The outcome in a form that can be compared. */
function read(file: string | Buffer, password = '', apart: string | Buffer | null = null) {
  const result = readSigningKey({
    bytes: Buffer.from(file),
    password,
    certificate: apart === null ? null : Buffer.from(apart),
  });
  if (!result.ok) return result;
  const { subject, expiresAt } = certificateInfo(result.value.certificate);
  return ok({ key: plain(result.value.key), subject, expiresAt });
}

const bare = ok({ key: plain(privateKey), subject: null, expiresAt: null });
const certified = ok({
  key: plain(privateKey),
  subject: 'CN=Alder Freight',
  expiresAt: '2027-11-22T09:00:00.000Z',
});

describe('a key from a PEM file', () => {
  it('comes with its certificate', () => {
    expect(read(plain(privateKey) + certificate(privateKey))).toEqual(certified);
  });

  it('may do without a certificate, and be of the older form', () => {
    expect(read(String(privateKey.export({ type: 'pkcs1', format: 'pem' })))).toEqual(bare);
  });

  it('is the one that its certificate belongs to, wherever both stand', () => {
    const text = `Bag Attributes\n${plain(other)}${certificate(privateKey)}friendlyName: x\n${plain(privateKey)}`;
    expect(read(text)).toEqual(certified);
  });

  it('has the certificate that lasts longest where it was renewed', () => {
    const renewed = [NOW + 1000, LATER, NOW + 2000].map((until) => certificate(privateKey, until)).join('');
    expect(read(plain(privateKey) + renewed)).toEqual(certified);
  });

  it('is unlocked with its password', () => {
    expect(read(locked(privateKey) + certificate(privateKey), 'kèystore')).toEqual(certified);
  });

  it.each([
    ['wrong-password', locked(privateKey), 'keystore'],
    ['password-needed', locked(privateKey), ''],
    ['no-key', certificate(privateKey), ''],
    ['not-rsa', plain(elliptic), ''],
    ['not-a-key-file', 'client id: abc', ''],
    ['not-a-key-file', '', ''],
    ['not-a-key-file', '-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----\n', ''],
    ['not-a-key-file', '-----BEGIN CERTIFICATE-----\nMIIEvQ==\n-----END CERTIFICATE-----\n', ''],
    ['not-a-key-file', plain(privateKey).repeat(700), ''],
  ])('is refused: %s', (reason, text, password) => {
    expect(read(text, password)).toEqual(failed(reason));
  });
});

describe('a bare key in binary form', () => {
  it.each([
    ['PKCS#8', privateKey.export({ type: 'pkcs8', format: 'der' }), ''],
    ['PKCS#1', privateKey.export({ type: 'pkcs1', format: 'der' }), ''],
    ['PKCS#8 behind a password', privateKey.export({ type: 'pkcs8', format: 'der', ...lock }), 'kèystore'],
  ])('is read: %s', (_, bytes, password) => {
    expect(read(bytes, password)).toEqual(bare);
  });
});

describe('a certificate of its own', () => {
  const pem = certificate(privateKey);
  const der = Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\n/g, ''), 'base64');

  it.each([
    ['PEM', pem],
    ['DER', der],
    ['PEM with the chain above it', certificate(other) + pem],
  ])('is taken for the key: %s', (_, bytes) => {
    expect(read(plain(privateKey), '', bytes)).toEqual(certified);
  });

  it('counts instead of the one in the key file', () => {
    expect(read(plain(privateKey) + certificate(privateKey, NOW + 1000), '', pem)).toEqual(certified);
  });

  it.each([
    ['other-certificate', certificate(other)],
    ['not-a-certificate', plain(privateKey)],
    ['not-a-certificate', 'hello'],
  ])('is refused: %s', (reason, bytes) => {
    expect(read(plain(privateKey), '', bytes)).toEqual(failed(reason));
  });
});
