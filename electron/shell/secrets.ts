import { z } from 'zod';
import type { AccountView, SecretBackend } from '../../shared/bridge.ts';
import type { DamagedFile } from '../../shared/damaged-file.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Keychain } from './keychain.ts';
import { openKeptFile } from './kept-file.ts';
import type { ShellClock } from './shell-clock.ts';

/** `unreadable`: it is kept, but today's keychain does not open it. */
export type SecretState = AccountView['secret'];

export interface Secrets {
  readonly backend: () => SecretBackend;
  /** A person's word that secrets may be held until quit where nothing protects them on disk. */
  readonly allowSession: () => SecretBackend;
  readonly read: (account: string) => Promise<Result<string, Exclude<SecretState, 'held' | 'session-only'>>>;
  readonly stateOf: (account: string) => Promise<SecretState>;
  /** Keeps a secret in the account's name, in place of any earlier one. */
  readonly keep: (account: string, secret: string) => Promise<Result<null, Failure>>;
  readonly forget: (account: string) => Result<null, Failure>;
}

export interface SecretsOptions {
  /** The file of ciphertexts, apart from the settings. */
  readonly file: string;
  readonly keychain: Keychain;
  readonly clock: ShellClock;
  /** Told when the file could not be used. */
  readonly onDamage: (damage: DamagedFile) => void;
}

const keptSecretSchema = z.strictObject({
  /** Which backend encrypted it: another one, after a change of desktop, cannot open it. */
  backend: z.string(),
  ciphertext: z.base64(),
});
const secretsFileSchema = z.strictObject({
  version: z.literal(1),
  secrets: z.record(z.string(), keptSecretSchema),
});
type KeptSecret = z.infer<typeof keptSecretSchema>;

/** Opens the kept secrets: as they were saved, else the last good ones, else none. */
export function openSecrets(options: SecretsOptions): Secrets {
  const { file, keychain, clock, onDamage } = options;
  const keptFile = openKeptFile({
    what: 'secrets',
    path: file,
    schema: secretsFileSchema,
    now: () => clock.now(),
    onDamage,
  });
  const kept = new Map<string, KeptSecret>(Object.entries(keptFile.open()?.secrets ?? {}));
  const session = new Map<string, string>();
  let isSessionAllowed = false;

  return {
    backend,
    allowSession: () => {
      isSessionAllowed = true;
      return backend();
    },
    read,
    stateOf: async (account) => {
      if (session.has(account)) return 'session-only';
      const secret = await read(account);
      return secret.ok ? 'held' : secret.failure;
    },
    keep,
    forget: (account) => {
      session.delete(account);
      return kept.has(account) ? write(without(kept, account)) : ok(null);
    },
  };

  function backend(): SecretBackend {
    if (keychain.protects) return { protection: 'keychain', backend: keychain.backend };
    return { protection: isSessionAllowed ? 'session' : 'none', backend: keychain.backend };
  }

  async function read(account: string): Promise<Result<string, 'missing' | 'unreadable'>> {
    const held = session.get(account);
    if (held !== undefined) return ok(held);
    const record = kept.get(account);
    if (record === undefined) return failed('missing');
    if (!keychain.protects) return failed('unreadable');
    try {
      const { text, stale } = await keychain.decrypt(Buffer.from(record.ciphertext, 'base64'));
      // Encrypted anew where the platform asks for it; where that fails the old one still opens.
      if (stale || record.backend !== keychain.backend) await keepEncrypted(account, text);
      return ok(text);
    } catch {
      return failed('unreadable');
    }
  }

  async function keep(account: string, secret: string): Promise<Result<null, Failure>> {
    if (keychain.protects) return keepEncrypted(account, secret);
    if (!isSessionAllowed) {
      const detail =
        'this computer offers no keychain; allow keeping secrets until quit, or unlock a keyring';
      return failed(failure('secret-missing', { detail }));
    }
    session.set(account, secret);
    return ok(null);
  }

  async function keepEncrypted(account: string, secret: string): Promise<Result<null, Failure>> {
    let ciphertext: string;
    try {
      ciphertext = Buffer.from(await keychain.encrypt(secret)).toString('base64');
    } catch {
      const detail = `the keychain (${keychain.backend}) did not take the secret`;
      return failed(failure('secret-missing', { detail }));
    }
    return write(new Map(kept).set(account, { backend: keychain.backend, ciphertext }));
  }

  function write(next: ReadonlyMap<string, KeptSecret>): Result<null, Failure> {
    try {
      keptFile.write({ version: 1, secrets: Object.fromEntries(next) });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      return failed(failure('file-unwritable', { detail: `${file}: ${code}` }));
    }
    kept.clear();
    for (const [account, record] of next) kept.set(account, record);
    return ok(null);
  }
}

function without<V>(map: ReadonlyMap<string, V>, key: string): Map<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
