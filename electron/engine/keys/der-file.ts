import { createPrivateKey, type KeyObject } from 'node:crypto';
import { failed, ok } from '../../../shared/result.ts';
import type { OpenKeyFile } from './key-file.ts';

/** Opens a bare private key in DER: PKCS#8, locked or not, or PKCS#1. */
export const openDerFile: OpenKeyFile = (bytes, password) => {
  const der = Buffer.from(bytes);
  const key = keyIn(der) ?? (password === '' ? null : keyIn(der, password));
  return key === null ? failed('not-a-key-file') : ok({ keys: [key], certificates: [] });
};

function keyIn(key: Buffer, passphrase?: string): KeyObject | null {
  const locked = passphrase === undefined ? {} : { passphrase };
  for (const type of ['pkcs8', 'pkcs1'] as const) {
    try {
      return createPrivateKey({ key, format: 'der', type, ...locked });
    } catch {
      // Another form, or none: the next is tried.
    }
  }
  return null;
}
