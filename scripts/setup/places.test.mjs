import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appArguments } from './app-arguments.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { hasDisplay } from './display.mjs';
import { invocationFolder } from './invocation-folder.mjs';
import { ROOT } from './root-folder.mjs';

it('keeps downloads in the cache folder, and ignores a relative one', () => {
  expect([
    cacheFolder({ XDG_CACHE_HOME: '/var/cache/ann' }, '/home/ann'),
    cacheFolder({ XDG_CACHE_HOME: 'cache' }, '/home/ann'),
    cacheFolder({}, '/home/ann'),
  ]).toEqual([
    join('/var/cache/ann', 'quayside'),
    join('/home/ann', '.cache', 'quayside'),
    join('/home/ann', '.cache', 'quayside'),
  ]);
});

it('means relative names from where npm was called, if npm called this script', () => {
  const env = { npm_lifecycle_event: 'demo', INIT_CWD: '/home/ann' };
  expect([
    invocationFolder('demo', env, ROOT),
    invocationFolder('start', env, ROOT),
    invocationFolder('demo', env, '/elsewhere'),
    invocationFolder('demo', {}, '/elsewhere'),
  ]).toEqual(['/home/ann', ROOT, '/elsewhere', '/elsewhere']);
});

it.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
])('on %s with %j a window can be shown: %j', (platform, env, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});

it('turns no protection off where there is no need', () => {
  expect(appArguments(['--demo'], { virtualScreen: false, isRoot: false })).toEqual([ROOT, '--demo']);
});
