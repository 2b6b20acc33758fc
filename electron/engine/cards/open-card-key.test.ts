import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCardKey } from './open-card-key.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'card-key-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('the key of an installation', () => {
  it('is made once, for its owner alone, and leaves nothing beside it', async () => {
    const folder = join(directory, 'new');
    const first = await openCardKey(folder);
    const { mode } = await stat(join(folder, 'card-key'));
    expect([first.ok && first.value.byteLength, mode & 0o777, await readdir(folder)]).toEqual([
      32,
      0o600,
      ['card-key'],
    ]);
    expect(await openCardKey(folder)).toEqual(first);
  });

  it('is the same for all that start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => openCardKey(directory)));
    expect(new Set(keys.map((key) => key.ok && Buffer.from(key.value).toString('hex'))).size).toBe(1);
    expect(await readdir(directory)).toEqual(['card-key']);
  });

  it('is closed to others again where somebody opened it', async () => {
    await writeFile(join(directory, 'card-key'), new Uint8Array(32), { mode: 0o644 });
    await openCardKey(directory);
    expect((await stat(join(directory, 'card-key'))).mode & 0o777).toBe(0o600);
  });

  it('is never replaced where it is damaged', async () => {
    await writeFile(join(directory, 'card-key'), 'short');
    expect(await openCardKey(directory)).toMatchObject({
      ok: false,
      failure: { reason: 'card-key-damaged' },
    });
  });

  it('cannot be had where its folder is a file', async () => {
    await writeFile(join(directory, 'file'), '');
    expect(await openCardKey(join(directory, 'file'))).toMatchObject({
      ok: false,
      failure: { reason: 'store-unwritable', code: 'ENOTDIR' },
    });
  });
});
