import { expect, it } from 'vitest';
import { defaultDataDirectory } from './data-directory.ts';

it.each([
  ['win32', { APPDATA: 'C:\\Users\\ada\\Roaming' }, 'C:\\Users\\ada\\Roaming\\Quayside\\archive'],
  ['win32', {}, 'C:\\Users\\ada\\AppData\\Roaming\\Quayside\\archive'],
  ['darwin', { XDG_CONFIG_HOME: '/x' }, '/Users/ada/Library/Application Support/Quayside/archive'],
  ['linux', {}, '/home/ada/.config/Quayside/archive'],
  ['linux', { XDG_CONFIG_HOME: '' }, '/home/ada/.config/Quayside/archive'],
  ['linux', { XDG_CONFIG_HOME: '/x' }, '/x/Quayside/archive'],
] as const)('on %s with %j the archive is in %s', (platform, env, directory) => {
  const home = { win32: 'C:\\Users\\ada', darwin: '/Users/ada', linux: '/home/ada' }[platform];
  expect(defaultDataDirectory(platform, env, home)).toBe(directory);
});
