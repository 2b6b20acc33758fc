import { describe, expect, it } from 'vitest';
import { dependenciesAreStale, lacksOnlyOptional } from './dependencies.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
    'node_modules/other-platform': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
const zodInstalled = (entry) => ({ packages: { 'node_modules/zod': entry } });

describe('the dependencies are stale', () => {
  it.each([
    ['when nothing is installed', null, true],
    ['when a package is missing', { packages: {} }, true],
    ['when a package has another version', zodInstalled({ version: '4.6.6', integrity: 'sha512-a' }), true],
    ['when a package has other bytes', zodInstalled({ version: '4.6.7', integrity: 'sha512-c' }), true],
    ['but not for what is optional', zodInstalled({ version: '4.6.7', integrity: 'sha512-a' }), false],
  ])('%s', (_, installed, expected) => {
    expect(dependenciesAreStale({ wanted, installed })).toBe(expected);
  });
});

describe('npm ci may be replaced by npm install', () => {
  const missing = 'npm error Missing: @parser/binding-android-arm64@ from lock file';
  it.each([
    ['when only optional packages cannot be had', `npm error code EUSAGE\n${missing}\n${missing}`, true],
    ['not when package.json asks for more', `${missing}\nnpm error Missing: zod@4.6.7 from lock file`, false],
    [
      'not when the lockfile has another version',
      `${missing}\nnpm error Invalid: lock file's zod@4.6.6 does not satisfy zod@4.6.7`,
      false,
    ],
    ['not when something else went wrong', 'npm error code ENOTFOUND', false],
  ])('%s', (_, output, expected) => {
    expect(lacksOnlyOptional(output)).toBe(expected);
  });
});
