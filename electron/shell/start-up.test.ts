import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareStart } from './start-up.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quayside-start-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const prepare = (...args: string[]) =>
  prepareStart(args, join(folder, 'Quayside', 'archive'), { S: 'secret' });
const modes = (...paths: string[]) =>
  paths.map((path) => (statSync(join(folder, path)).mode & 0o777).toString(8));

const secretsOf = (start: ReturnType<typeof prepare>) =>
  start.ok ? start.value.fixedAccounts?.accounts.map(({ secret }) => secret) : null;

describe('the start', () => {
  it('uses the usual folders, for the owner alone', () => {
    expect(prepare()).toMatchObject({
      ok: true,
      value: {
        archive: join(folder, 'Quayside', 'archive'),
        profile: join(folder, 'Quayside'),
        fixedAccounts: null,
      },
    });
    expect(modes('Quayside', 'Quayside/archive', 'Quayside/browser')).toEqual(['700', '700', '700']);
  });

  it('gives a named data directory a profile of its own, and closes it to others', () => {
    mkdirSync(join(folder, 'mine'));
    chmodSync(join(folder, 'mine'), 0o755);
    expect(prepare('--data', join(folder, 'mine'))).toMatchObject({
      ok: true,
      value: { archive: join(folder, 'mine'), profile: join(folder, 'mine', 'app') },
    });
    expect(modes('mine', 'mine/app')).toEqual(['700', '700']);
  });

  it('leaves a folder alone that is shared on purpose', () => {
    mkdirSync(join(folder, 'tmp'));
    chmodSync(join(folder, 'tmp'), 0o1777);
    prepare('--data', join(folder, 'tmp'));
    expect(modes('tmp', 'tmp/app')).toEqual(['777', '700']);
  });

  it('says why a data directory cannot be used', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(prepare('--data', join(folder, 'file', 'x'))).toEqual({
      ok: false,
      failure: [
        `The data directory ${join(folder, 'file', 'x', 'app')} cannot be used (ENOTDIR): make it writable for you, or choose another with --data DIR.`,
      ],
    });
  });

  it('names each wrong field of an accounts file, and makes no folder', () => {
    const file = join(folder, 'accounts.json');
    writeFileSync(file, '{"accounts": [{"id": "a"}], "extra": 1}');
    expect(prepare('--accounts', file)).toEqual({
      ok: false,
      failure: [
        `Accounts file ${file}: accounts[0].source: is missing.`,
        `Accounts file ${file}: extra: is not a known setting.`,
      ],
    });
    expect(prepare('--accounts', join(folder, 'gone.json'))).toEqual({
      ok: false,
      failure: [
        `The accounts file ${join(folder, 'gone.json')} cannot be read: check its name and permissions.`,
      ],
    });
    expect(existsSync(join(folder, 'Quayside'))).toBe(false);
  });

  it('takes secrets from files beside the accounts file', () => {
    const account = { id: 'a', name: 'A', source: 'hmrc-cds', environment: 'sandbox', clientId: 'c' };
    const accounts = [
      { ...account, clientSecret: { file: 'a.secret' } },
      { ...account, id: 'b', clientSecret: { env: 'S' } },
    ];
    writeFileSync(join(folder, 'accounts.json'), JSON.stringify({ accounts }));
    writeFileSync(join(folder, 'a.secret'), 'from file\n');
    const start = prepare('--accounts', join(folder, 'accounts.json'));
    expect(secretsOf(start)).toEqual(['from file', 'secret']);
  });

  it('takes a key from a file that is not text, with the password that opens it', () => {
    const account = {
      ...{ id: 'cards', name: 'Cards', source: 'mastercard-cen', environment: 'sandbox' },
      consumerKey: 'key!of-the-project',
      signingKey: { file: 'cards.p12', password: { env: 'S' } },
    };
    writeFileSync(join(folder, 'accounts.json'), JSON.stringify({ accounts: [account] }));
    writeFileSync(join(folder, 'cards.p12'), Buffer.of(0x30, 0xff, 0x00, 0xfe));
    expect(secretsOf(prepare('--accounts', join(folder, 'accounts.json')))).toEqual([
      JSON.stringify({ key: 'MP8A/g==', password: 'secret', certificate: null }),
    ]);
  });

  it('refuses a command line that it does not understand', () => {
    expect(prepare('--seconds', 'soon')).toMatchObject({
      ok: false,
      failure: ['--seconds takes a number of seconds from 0 to 604800.', expect.stringMatching(/^Usage: /)],
    });
  });
});
