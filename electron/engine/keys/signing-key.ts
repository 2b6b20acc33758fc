import type { KeyObject, X509Certificate } from 'node:crypto';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { certificatesIn, ownCertificate } from './certificates.ts';
import { openDerFile } from './der-file.ts';
import type { KeyFileContents, KeyFileFault, OpenKeyFile } from './key-file.ts';
import { openPemFile } from './pem-file.ts';
import { openPkcs12File } from './pkcs12-file.ts';

/** An RSA private key to sign calls with. Never leaves the engine, and is never logged. */
export interface SigningKey {
  readonly key: KeyObject;
  /** The one that belongs to the key; null where none came with it. */
  readonly certificate: X509Certificate | null;
}

export type SigningKeyFault = KeyFileFault | 'not-rsa' | 'not-a-certificate' | 'other-certificate';

export interface KeyFile {
  readonly bytes: Uint8Array;
  /** Empty for none. */
  readonly password: string;
  /** A file of its own with the certificate, PEM or DER; null where the key file has it, or nobody. */
  readonly certificate: Uint8Array | null;
}

/**
 * Reads the key from a PKCS#12, PEM or DER file. Where several keys lie in one file it is the one whose certificate is
 * at hand. Whether the certificate has run out is for the caller to say.
 */
export function readSigningKey(file: KeyFile): Result<SigningKey, SigningKeyFault> {
  if (file.bytes.length > MOST_BYTES) return failed('not-a-key-file');
  const open = file.bytes[0] === DER_SEQUENCE ? openBinaryFile : openPemFile;
  const opened = open(file.bytes, file.password);
  if (!opened.ok) return opened;
  if (file.certificate === null) return chosenKey(opened.value);
  const certificates = certificatesIn(file.certificate);
  if (certificates.length === 0) return failed('not-a-certificate');
  const chosen = chosenKey({ keys: opened.value.keys, certificates });
  return chosen.ok && chosen.value.certificate === null ? failed('other-certificate') : chosen;
}

/** Key files are a few kilobytes; with a whole chain of certificates a few dozen. */
const MOST_BYTES = 1_000_000;

/** PKCS#12 and DER are binary and begin with a sequence; PEM is text. */
const DER_SEQUENCE = 0x30;

const openBinaryFile: OpenKeyFile = (bytes, password) => {
  const bare = openDerFile(bytes, password);
  return bare.ok ? bare : openPkcs12File(bytes, password);
};

function chosenKey({ keys, certificates }: KeyFileContents): Result<SigningKey, SigningKeyFault> {
  const pairs = keys.map((key) => ({ key, certificate: ownCertificate(key, certificates) }));
  const chosen = pairs.find(({ certificate }) => certificate !== null) ?? pairs[0];
  if (chosen === undefined) return failed('no-key');
  return chosen.key.asymmetricKeyType === 'rsa' ? ok(chosen) : failed('not-rsa');
}
