import { createPrivateKey, type KeyObject } from 'node:crypto';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { certificateOf } from './certificates.ts';
import type { KeyFileContents, KeyFileFault, OpenKeyFile } from './key-file.ts';
import { pemBlocks } from './pem-blocks.ts';

/** Opens PEM text: private keys (PKCS#8 or PKCS#1, locked or not) and certificates, in any order, other blocks ignored. */
export const openPemFile: OpenKeyFile = (bytes, password) => {
  const blocks = pemBlocks(bytes);
  if (blocks.length === 0) return failed('not-a-key-file');
  const contents: { keys: KeyObject[]; certificates: KeyFileContents['certificates'][number][] } = {
    keys: [],
    certificates: [],
  };
  for (const { label, text } of blocks) {
    if (label.endsWith('PRIVATE KEY')) {
      const key = privateKey(text, password);
      if (!key.ok) return key;
      contents.keys.push(key.value);
    }
    if (label.endsWith('CERTIFICATE')) {
      const certificate = certificateOf(text);
      if (certificate === null) return failed('not-a-key-file');
      contents.certificates.push(certificate);
    }
  }
  return ok(contents);
};

function privateKey(block: string, password: string): Result<KeyObject, KeyFileFault> {
  const isLocked = block.includes('ENCRYPTED');
  if (isLocked && password === '') return failed('password-needed');
  try {
    return ok(createPrivateKey(isLocked ? { key: block, passphrase: password } : { key: block }));
  } catch {
    // What OpenSSL and BoringSSL say of a wrong password differs, and from a damaged block it cannot be told.
    return failed(isLocked ? 'wrong-password' : 'not-a-key-file');
  }
}
