import type { KeyObject, X509Certificate } from 'node:crypto';
import { keyMaterialSchema, type KeyInfo, type KeyMaterial } from '../../../shared/accounts/key-material.ts';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { certificateInfo } from './certificates.ts';
import { readSigningKey, type SigningKeyFault } from './signing-key.ts';

export interface OpenedKey {
  readonly key: KeyObject;
  readonly info: KeyInfo;
  /** The one that belongs to the key; null where none came with it. */
  readonly certificate: X509Certificate | null;
}

/**
 * Opens the key of an account whose source signs. `secret` is the JSON text of a `KeyMaterial`, `now` epoch
 * milliseconds; null where it is for somebody else to say whether the certificate has run out. Fails as
 * `key-unusable`, its detail in words for a person.
 */
export function openKeyMaterial(secret: string, now: number | null): Result<OpenedKey, Failure> {
  const material = materialIn(secret);
  return material === null ? unusable('what is kept as its key is no key at all') : openKey(material, now);
}

/** Opens a key that a person chose, and takes it out of its file: the bare key, no password any more. */
export function importKey(
  material: KeyMaterial,
  now: number,
): Result<{ readonly material: KeyMaterial; readonly info: KeyInfo }, Failure> {
  const opened = openKey(material, now);
  if (!opened.ok) return opened;
  const { key, certificate, info } = opened.value;
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return ok({
    material: {
      key: base64(pem),
      password: null,
      certificate: certificate === null ? null : base64(certificate.toString()),
    },
    info,
  });
}

function openKey(material: KeyMaterial, now: number | null): Result<OpenedKey, Failure> {
  const read = readSigningKey({
    bytes: Buffer.from(material.key, 'base64'),
    password: material.password ?? '',
    certificate: material.certificate === null ? null : Buffer.from(material.certificate, 'base64'),
  });
  if (!read.ok) return unusable(FAULTS[read.failure]);
  const { key, certificate } = read.value;
  const about = certificateInfo(certificate);
  if (now !== null && about.expiresAt !== null && Date.parse(about.expiresAt) <= now) {
    return unusable(`its certificate ran out on ${about.expiresAt.slice(0, 10)}`);
  }
  const kind = `RSA, ${key.asymmetricKeyDetails?.modulusLength ?? 0} bits`;
  return ok({ key, certificate, info: { kind, ...about } });
}

const FAULTS: Readonly<Record<SigningKeyFault, string>> = {
  'not-a-key-file': 'the file is no key file, or it is damaged',
  'password-needed': 'the file is locked with a password, and none is given',
  'wrong-password': 'the password does not open the file',
  'no-key': 'the file holds no private key',
  unsupported: 'the file is locked in a way that Quayside does not know',
  'not-rsa': 'the key is not an RSA key',
  'not-a-certificate': 'the certificate file holds no certificate',
  'other-certificate': 'the certificate belongs to another key',
};

function materialIn(secret: string): KeyMaterial | null {
  try {
    return keyMaterialSchema.safeParse(JSON.parse(secret)).data ?? null;
  } catch {
    return null;
  }
}

const unusable = (detail: string) => failed(failure('key-unusable', { detail }));
const base64 = (text: string): string => Buffer.from(text).toString('base64');
