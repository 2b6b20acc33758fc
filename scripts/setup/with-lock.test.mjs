import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withLock } from './with-lock.mjs';

let cache;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'quayside-lock-test-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

it('lets one in at a time', async () => {
  const steps = [];
  let leave;
  const first = withLock('/a', async () => {
    steps.push('first in');
    await new Promise((resolve) => (leave = resolve));
    steps.push('first out');
  });
  const second = withLock('/a', async () => steps.push('second in'));
  await withLock('/b', async () => steps.push('another folder in'));
  leave();
  await Promise.all([first, second]);
  expect(steps).toEqual(['first in', 'another folder in', 'first out', 'second in']);
});

it('does not wait for an owner that is gone', async () => {
  const locks = join(cache, 'quayside/locks');
  mkdirSync(locks, { recursive: true });
  const name = createHash('sha256').update('/a').digest('hex').slice(0, 16);
  const noSuchProcess = 2 ** 30;
  writeFileSync(join(locks, name), String(noSuchProcess));
  expect(await withLock('/a', async () => 'in')).toBe('in');
});
