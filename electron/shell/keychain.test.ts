import { describe, expect, it } from 'vitest';
import { openKeychain } from './keychain.ts';

const plain = {
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => Buffer.from(`plain ${text}`),
  decryptString: (bytes: Buffer) => bytes.toString().slice('plain '.length),
};
const asynchronous = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from(`async ${text}`),
  decryptStringAsync: async (bytes: Buffer) => ({
    result: bytes.toString().slice('async '.length),
    shouldReEncrypt: true,
  }),
  getSelectedStorageBackend: () => 'gnome_libsecret',
};

const summary = async (...given: Parameters<typeof openKeychain>) => {
  const { backend, protects } = await openKeychain(...given);
  return { backend, protects };
};

describe('the keychain', () => {
  it('uses the plain calls of an old Electron, whose backend has no name', async () => {
    const keychain = await openKeychain(plain, 'linux');
    const bytes = await keychain.encrypt('s');
    expect([keychain.backend, Buffer.from(bytes).toString(), await keychain.decrypt(bytes)]).toEqual([
      'keyring',
      'plain s',
      { text: 's', stale: false },
    ]);
  });

  it('prefers the asynchronous calls and passes on that a secret is stale', async () => {
    const keychain = await openKeychain({ ...plain, ...asynchronous }, 'linux');
    const bytes = await keychain.encrypt('s');
    expect([keychain.backend, Buffer.from(bytes).toString(), await keychain.decrypt(bytes)]).toEqual([
      'gnome_libsecret',
      'async s',
      { text: 's', stale: true },
    ]);
  });

  it('does not protect where there is none, where it only disguises, and where asking fails', async () => {
    expect([
      await summary({ ...plain, isEncryptionAvailable: () => false }, 'linux'),
      await summary({ ...asynchronous, getSelectedStorageBackend: () => 'basic_text' }, 'linux'),
      await summary({ isAsyncEncryptionAvailable: () => Promise.reject(new Error('locked')) }, 'darwin'),
      await summary({}, 'win32'),
    ]).toEqual([
      { backend: 'none', protects: false },
      { backend: 'basic_text', protects: false },
      { backend: 'keychain', protects: false },
      { backend: 'dpapi', protects: false },
    ]);
  });
});
