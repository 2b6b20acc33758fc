import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { staleTargets } from './build.mjs';
import { BUILD_TARGETS, COMMON_SOURCES } from './build-targets.mjs';
import { sourceHash } from './source-hash.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quayside-build-test-'));
  write('electron/engine/cli.ts', 'first');
  write('shared/result.ts', 'shared');
  write('dist/electron/cli.cjs', 'built');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const hashNow = () => sourceHash(root, [...COMMON_SOURCES, ...BUILD_TARGETS.cli.sources]);
const stale = (stamps) => staleTargets(root, ['cli'], stamps);

it('builds what was never built', () => {
  expect(stale({})).toEqual(['cli']);
});

it('leaves alone what was built from these sources', () => {
  expect(stale({ cli: hashNow() })).toEqual([]);
});

it('builds again when the output is gone', () => {
  const stamps = { cli: hashNow() };
  rmSync(join(root, 'dist'), { recursive: true });
  expect(stale(stamps)).toEqual(['cli']);
});

it.each([
  ['a source changes', 'shared/result.ts', 'changed', ['cli']],
  ['a source is added', 'electron/engine/new.ts', '', ['cli']],
  ['the lockfile changes', 'package-lock.json', '{}', ['cli']],
  ['a test is added', 'shared/result.test.ts', 'test', []],
  ['the window changes', 'renderer/main.tsx', 'window', []],
])('when %s', (_, path, text, expected) => {
  const stamps = { cli: hashNow() };
  write(path, text);
  expect(stale(stamps)).toEqual(expected);
});
