import type { KeyObject, X509Certificate } from 'node:crypto';
import type { Result } from '../../../shared/result.ts';

/** Why a file gives no key. `unsupported`: a key file, but locked or made in a way that is not known here. */
export type KeyFileFault = 'not-a-key-file' | 'password-needed' | 'wrong-password' | 'no-key' | 'unsupported';

/** What lies in a key file, in its order. */
export interface KeyFileContents {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

/** Opens one format. Total: whatever the bytes are, it answers. */
export type OpenKeyFile = (bytes: Uint8Array, password: string) => Result<KeyFileContents, KeyFileFault>;
