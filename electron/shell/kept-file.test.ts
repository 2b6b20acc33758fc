import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DamagedFile } from '../../shared/damaged-file.ts';
import { openKeptFile } from './kept-file.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quayside-kept-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const schema = z.strictObject({ accounts: z.array(z.string()) });
const saved = { accounts: ['transit', 'customs, the café’s'] };
const path = () => join(folder, 'settings.json');
const copy = () => join(folder, 'settings.last-good.json');
const names = () => readdirSync(folder);

function start(name = 'settings.json') {
  const damaged: DamagedFile[] = [];
  const now = () => Date.UTC(2026, 10, 22, 9, 40, 11);
  const file = openKeptFile({
    what: 'settings',
    path: join(folder, name),
    schema,
    now,
    onDamage: (what) => damaged.push(what),
  });
  return { file, damaged, value: file.open() };
}

/** A folder in which `saved` was written by a run that has ended. */
function writeOnce(): Buffer {
  start().file.write(saved);
  return readFileSync(path());
}

describe('a kept file', () => {
  it('is null at the first start, and says nothing', () => {
    expect(start()).toMatchObject({ value: null, damaged: [] });
    expect(names()).toEqual([]);
  });

  it('of a version that kept no copy has one after it was read', () => {
    writeFileSync(path(), JSON.stringify(saved));
    start();
    writeFileSync(path(), '');
    expect(start()).toMatchObject({ value: saved, damaged: [{ goesOnWith: 'last-good' }] });
  });

  it('loses nothing when it breaks off at any byte, and is whole again after the start that saw it', () => {
    const whole = writeOnce();
    // Without its last byte, a line's end, it is whole.
    for (let length = 0; length < whole.length - 1; length += 1) {
      writeFileSync(path(), whole.subarray(0, length));
      const { value, damaged } = start();
      expect({ length, value, damaged }).toMatchObject({
        value: saved,
        damaged: [{ goesOnWith: 'last-good' }],
      });
      expect(start()).toMatchObject({ value: saved, damaged: [] });
    }
  });

  it.each([
    ['empty', () => '', 'it is empty'],
    ['zero bytes', (whole: Buffer) => Buffer.alloc(whole.length), 'it holds nothing but zero bytes'],
    ['whole with more behind it', (whole: Buffer) => `${whole.toString()}l}`, 'it is not JSON'],
    [
      'a damaged byte in a text',
      (whole: Buffer) => Buffer.from(whole.map(withoutAscii)),
      'it is not UTF-8 text',
    ],
    ['of another shape', () => '{"accounts": 7}', 'accounts: must be a list'],
  ])('%s is kept aside as it was, and the last good copy goes on', (_, damage, why) => {
    const bytes = Buffer.from(damage(writeOnce()));
    utimesSync(copy(), new Date('2026-11-21T17:02:00Z'), new Date('2026-11-21T17:02:00Z'));
    writeFileSync(path(), bytes);
    const keptAs = join(folder, 'settings.invalid-20261122-094011.json');
    const savedAt = '2026-11-21T17:02:00.000Z';
    expect(start()).toMatchObject({
      value: saved,
      damaged: [{ what: 'settings', file: path(), why, keptAs, goesOnWith: 'last-good', savedAt }],
    });
    expect(readFileSync(keptAs).equals(bytes)).toBe(true);
    expect(start()).toMatchObject({ value: saved, damaged: [] });
  });

  it('with a byte order mark is read as it is', () => {
    writeFileSync(path(), `\uFEFF${JSON.stringify(saved)}`);
    const { file, value, damaged } = start();
    expect([value, damaged, file.reread()]).toEqual([saved, [], saved]);
  });

  it('in whose place a folder is, or which is gone, goes on with the copy as well', () => {
    writeOnce();
    rmSync(path());
    expect(start()).toMatchObject({ value: saved, damaged: [{ why: 'it is missing', keptAs: null }] });
    rmSync(path());
    mkdirSync(path());
    expect(start()).toMatchObject({ value: saved, damaged: [{ why: 'a folder is in its place' }] });
    expect(names()).toEqual([
      'settings.invalid-20261122-094011.json',
      'settings.json',
      'settings.last-good.json',
    ]);
  });

  it('that cannot be read at all is moved aside', () => {
    writeOnce();
    rmSync(path());
    symlinkSync(path(), path());
    expect(start()).toMatchObject({ value: saved, damaged: [{ why: 'it cannot be read (ELOOP)' }] });
    expect(start()).toMatchObject({ value: saved, damaged: [] });
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is moved aside, not overwritten', () => {
    const whole = writeOnce();
    chmodSync(path(), 0o000);
    const { value, damaged } = start();
    expect([value, damaged[0]?.why]).toEqual([saved, 'it cannot be read (EACCES)']);
    chmodSync(damaged[0]?.keptAs ?? '', 0o600);
    expect(readFileSync(damaged[0]?.keptAs ?? '').equals(whole)).toBe(true);
  });

  it('is lost, and both files are kept, only where the copy is damaged as well', () => {
    writeOnce();
    writeFileSync(path(), '{');
    writeFileSync(copy(), '');
    expect(start()).toMatchObject({ value: null, damaged: [{ goesOnWith: 'nothing', savedAt: null }] });
    expect(names()).toEqual([
      'settings.invalid-20261122-094011.json',
      'settings.last-good.invalid-20261122-094011.json',
    ]);
  });

  it('has a copy that is as new as itself after every write, whatever a write before it left behind', () => {
    writeOnce();
    writeFileSync(`${path()}.new`, 'half a dra');
    writeFileSync(`${copy()}.new`, 'half a dra');
    const { file } = start();
    file.write({ accounts: ['one more'] });
    expect(readFileSync(copy()).equals(readFileSync(path()))).toBe(true);
    expect(names()).toEqual(['settings.json', 'settings.last-good.json']);
  });

  it('that cannot be moved out of the way is read over, but never written over', () => {
    // A name that is only just short enough: none is left to keep it by.
    const name = `${'s'.repeat(235)}.json`;
    const { file } = start(name);
    file.write(saved);
    writeFileSync(join(folder, name), 'written by hand');
    expect(start(name)).toMatchObject({ value: saved, damaged: [{ keptAs: null, goesOnWith: 'last-good' }] });
    expect(() => file.reread()).toThrow('ENAMETOOLONG');
    expect(readFileSync(join(folder, name), 'utf8')).toBe('written by hand');
  });
});

const withoutAscii = (byte: number): number => (byte === 'c'.charCodeAt(0) ? 0xff : byte);
