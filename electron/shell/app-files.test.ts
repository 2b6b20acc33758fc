import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { appFileFor, isAppAddress, listAppFiles } from './app-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'quayside-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const root = join(folder, 'renderer');
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(folder, 'secret.js'), 'secret');
writeFileSync(join(root, 'index.html'), '');
writeFileSync(join(root, 'index.js.map'), '');
writeFileSync(join(root, 'assets', 'a.js'), '');
symlinkSync(join(folder, 'secret.js'), join(root, 'assets', 'link.js'));
symlinkSync(folder, join(root, 'up'));

const files = listAppFiles(root);

describe('what the window may load', () => {
  it('is every ordinary file of a known kind in its folder', () => {
    expect([...files]).toEqual([
      ['/assets/a.js', { path: join(root, 'assets', 'a.js'), contentType: 'text/javascript; charset=utf-8' }],
      ['/index.html', { path: join(root, 'index.html'), contentType: 'text/html; charset=utf-8' }],
    ]);
  });

  it.each([
    'app://quayside/../secret.js',
    'app://quayside/assets/../../secret.js',
    'app://quayside/..%2fsecret.js',
    'app://quayside/%2e%2e/secret.js',
    'app://quayside/%2e%2e%2fsecret.js',
    'app://quayside/..\\secret.js',
    'app://quayside/assets%2fa.js',
    `app://quayside/${folder}/secret.js`,
    `app://quayside/${encodeURIComponent(join(folder, 'secret.js'))}`,
    'app://quayside/assets/link.js',
    'app://quayside/up/secret.js',
    'app://quayside/index.html%00.js',
    'app://quayside/',
    'app://other/index.html',
    'app://me@quayside/index.html',
    'app://quayside:80/index.html',
    'file:///index.html',
    'https://quayside/index.html',
    'index.html',
  ])('is not %s', (address) => {
    expect(appFileFor(files, address)).toBeNull();
  });

  it('is found by its address, whatever the query', () => {
    expect(appFileFor(files, 'app://quayside/index.html?x=../y#z')?.path).toBe(join(root, 'index.html'));
  });

  it('is never outside the folder, whatever the address', () => {
    const part = fc.constantFrom(
      '..',
      '%2e%2e',
      '%2f',
      '/',
      '\\',
      'assets',
      'a.js',
      'secret.js',
      'up',
      'link.js',
      '.',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const found = appFileFor(files, `app://quayside/${parts.join('')}`);
        expect([null, join(root, 'assets', 'a.js')]).toContain(found?.path ?? null);
      }),
    );
  });
});

describe('the window’s own address', () => {
  it('is none but app://quayside', () => {
    const addresses = [
      'app://quayside/index.html',
      'app://quayside.evil/x',
      'APP://quayside/x',
      'blob:app://quayside/x',
      '',
    ];
    expect(addresses.map(isAppAddress)).toEqual([true, false, true, false, false]);
  });
});
