import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DamagedFile } from '../../shared/damaged-file.ts';
import { failed, ok } from '../../shared/result.ts';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import type { Keychain } from './keychain.ts';
import { openSecrets } from './secrets.ts';

let folder = '';
let damaged: DamagedFile[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quayside-secrets-'));
  damaged = [];
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});
const file = () => join(folder, 'secrets.json');

/** Encrypts by a key of its own; what another key encrypted it cannot open. */
function keychain(backend: string, key = backend, stale = false): Keychain {
  const mask = (bytes: Uint8Array) =>
    bytes.map((byte, index) => byte ^ (key.charCodeAt(index % key.length) | 128));
  const mark = `${key}:`;
  return {
    backend,
    protects: true,
    encrypt: async (text) => mask(Buffer.from(mark + text)),
    decrypt: async (bytes) => {
      const text = Buffer.from(mask(bytes)).toString();
      if (!text.startsWith(mark)) throw new Error('wrong key');
      return { text: text.slice(mark.length), stale };
    },
  };
}
const noKeychain: Keychain = {
  backend: 'basic_text',
  protects: false,
  encrypt: () => Promise.reject(new Error('none')),
  decrypt: () => Promise.reject(new Error('none')),
};

const open = (chain: Keychain) =>
  openSecrets({
    file: file(),
    keychain: chain,
    clock: createFakeClock(),
    onDamage: (damage) => damaged.push(damage),
  });
const written = () =>
  JSON.parse(readFileSync(file(), 'utf8')) as { secrets: Record<string, { backend: string }> };

describe('secrets', () => {
  it('are kept encrypted with the backend’s name beside them, for the owner alone, and read back', async () => {
    expect(await open(keychain('gnome_libsecret')).keep('constructor', 'canary')).toEqual(ok(null));
    const again = open(keychain('gnome_libsecret'));
    expect([await again.read('constructor'), await again.stateOf('constructor')]).toEqual([
      ok('canary'),
      'held',
    ]);
    expect(readFileSync(file(), 'utf8')).not.toContain('canary');
    expect(written().secrets['constructor']?.backend).toBe('gnome_libsecret');
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('may be as long as a key with its certificates', async () => {
    const material = `{"key":"${'QUJD'.repeat(5_000)}"}`;
    await open(keychain('dpapi')).keep('cards', material);
    expect(await open(keychain('dpapi')).read('cards')).toEqual(ok(material));
  });

  it('are missing for an account that never had one', async () => {
    const secrets = open(keychain('dpapi'));
    expect([await secrets.read('toString'), await secrets.stateOf('a')]).toEqual([
      failed('missing'),
      'missing',
    ]);
  });

  it('are unreadable after a change of desktop, and are still there when it changes back', async () => {
    await open(keychain('kwallet6')).keep('a', 's');
    expect(await open(keychain('gnome_libsecret')).stateOf('a')).toBe('unreadable');
    expect(await open(noKeychain).stateOf('a')).toBe('unreadable');
    expect(await open(keychain('kwallet6')).read('a')).toEqual(ok('s'));
  });

  it('are encrypted anew where the backend goes by a new name or asks for it', async () => {
    await open(keychain('keyring', 'k')).keep('a', 's');
    await open(keychain('gnome_libsecret', 'k')).read('a');
    expect(written().secrets['a']?.backend).toBe('gnome_libsecret');
  });

  it('are refused without a keychain until a person allows them until quit, and then never touch the disk', async () => {
    const secrets = open(noKeychain);
    expect(secrets.backend()).toEqual({ protection: 'none', backend: 'basic_text' });
    expect(await secrets.keep('a', 's')).toMatchObject({ ok: false, failure: { reason: 'secret-missing' } });
    expect(secrets.allowSession()).toEqual({ protection: 'session', backend: 'basic_text' });
    expect(await secrets.keep('a', 's')).toEqual(ok(null));
    expect([await secrets.read('a'), await secrets.stateOf('a')]).toEqual([ok('s'), 'session-only']);
    expect(await open(noKeychain).stateOf('a')).toBe('missing');
  });

  it('go when they are forgotten', async () => {
    const secrets = open(keychain('dpapi'));
    await secrets.keep('a', 's');
    await secrets.keep('b', 't');
    expect(secrets.forget('a')).toEqual(ok(null));
    expect([await open(keychain('dpapi')).stateOf('a'), await open(keychain('dpapi')).read('b')]).toEqual([
      'missing',
      ok('t'),
    ]);
  });

  it('whose file is damaged are taken up from the last good copy, of which a forgotten one is gone as well', async () => {
    await open(keychain('dpapi')).keep('a', 's');
    await open(keychain('dpapi')).keep('b', 't');
    open(keychain('dpapi')).forget('a');
    writeFileSync(file(), Buffer.alloc(statSync(file()).size));
    const secrets = open(keychain('dpapi'));
    expect([await secrets.read('a'), await secrets.read('b')]).toEqual([failed('missing'), ok('t')]);
    expect(damaged).toMatchObject([
      { what: 'secrets', why: 'it holds nothing but zero bytes', goesOnWith: 'last-good' },
    ]);
    expect(statSync(join(folder, 'secrets.last-good.json')).mode & 0o777).toBe(0o600);
  });
});
