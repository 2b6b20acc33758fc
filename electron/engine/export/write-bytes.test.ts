import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { failed, ok } from '../../../shared/result.ts';
import { writeBytes } from './write-bytes.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quayside-bytes-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = new TextEncoder().encode('%PDF-1.4 new');

it('puts a file in the place of the one that was there, for this person alone, with nothing beside it', async () => {
  const path = join(folder, 'a.pdf');
  writeFileSync(path, 'something longer than what comes now');
  expect(await writeBytes(path, bytes)).toEqual(ok(null));
  expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777, readdirSync(folder)]).toEqual([
    '%PDF-1.4 new',
    0o600,
    ['a.pdf'],
  ]);
});

it('says what is wrong with a place that takes no file, and leaves nothing behind', async () => {
  mkdirSync(join(folder, 'a.pdf'));
  const missing = join(folder, 'none', 'a.pdf');
  expect([await writeBytes(join(folder, 'a.pdf'), bytes), await writeBytes(missing, bytes)]).toEqual([
    failed(failure('file-unwritable', { detail: `${join(folder, 'a.pdf')} is a folder: add a file name.` })),
    failed(
      failure('file-unwritable', {
        detail: `The folder ${join(folder, 'none')} does not exist: create it or choose another.`,
        code: 'ENOENT',
      }),
    ),
  ]);
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});
