/** What encrypts secrets on this machine. `encrypt` and `decrypt` reject where the platform cannot. */
export interface Keychain {
  /** The platform's own name for it, recorded beside each secret: `gnome_libsecret`, `dpapi`, `keychain`… */
  readonly backend: string;
  /** False where there is none, or where it would only disguise (`basic_text`: the key is in the program). */
  readonly protects: boolean;
  encrypt(text: string): Promise<Uint8Array>;
  /** `stale`: the platform asks that the secret is encrypted anew. */
  decrypt(bytes: Uint8Array): Promise<{ readonly text: string; readonly stale: boolean }>;
}

/** Electron's calls, of which the oldest runtime has only the plain ones and a later one only the asynchronous. */
export interface SafeStorageCalls {
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
  isEncryptionAvailable?(): boolean;
  encryptString?(text: string): Buffer;
  decryptString?(bytes: Buffer): string;
  getSelectedStorageBackend?(): string;
}

/**
 * Electron's safeStorage, once the app is ready. Asking it may make the platform ask the person to unlock their
 * keyring.
 */
export async function openKeychain(
  storage: SafeStorageCalls,
  platform: NodeJS.Platform = process.platform,
): Promise<Keychain> {
  const isAvailable = await askIfAvailable(storage);
  const backend = backendName(storage, platform, isAvailable);
  return {
    backend,
    protects: isAvailable && backend !== 'basic_text',
    encrypt: async (text) =>
      (await storage.encryptStringAsync?.(text)) ?? storage.encryptString?.(text) ?? notOffered(),
    decrypt: async (bytes) => {
      const buffer = Buffer.from(bytes);
      const decrypted = await storage.decryptStringAsync?.(buffer);
      if (decrypted !== undefined) return { text: decrypted.result, stale: decrypted.shouldReEncrypt };
      return { text: storage.decryptString?.(buffer) ?? notOffered(), stale: false };
    },
  };
}

async function askIfAvailable(storage: SafeStorageCalls): Promise<boolean> {
  try {
    return (await storage.isAsyncEncryptionAvailable?.()) ?? storage.isEncryptionAvailable?.() ?? false;
  } catch {
    return false;
  }
}

function backendName(storage: SafeStorageCalls, platform: NodeJS.Platform, isAvailable: boolean): string {
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  return storage.getSelectedStorageBackend?.() ?? (isAvailable ? 'keyring' : 'none');
}

function notOffered(): never {
  throw new Error('this Electron has no safeStorage');
}
