import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { exportedWith, streamOf } from './exported.fixture.ts';
import type { Exported } from './exported.ts';
import { writeExport, type ExportOptions } from './write-export.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quayside-export-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const asCsv = { format: 'csv', bom: false, formulaGuard: true, timeZone: 'Europe/London' } as const;
const options = (change: Partial<ExportOptions> & Pick<ExportOptions, 'rows'>): ExportOptions => ({
  ...asCsv,
  path: join(folder, 'today.csv'),
  ...change,
});
const linesOf = async (name: string) => (await readFile(join(folder, name), 'utf8')).split('\r\n');

async function* many(count: number, afterRow?: (row: number) => void): AsyncGenerator<Exported> {
  for (let row = 1; row <= count; row += 1) {
    yield exportedWith({ row: { id: String(row) } });
    afterRow?.(row);
  }
}

describe('writing an export', () => {
  it('writes every row and says how many and how many fields it guarded', async () => {
    const rows = streamOf(exportedWith({}), exportedWith({ facts: { title: '=1', lrn: '@x' } }));
    const outcome = await writeExport(options({ rows }));
    expect([outcome, (await linesOf('today.csv')).length, await readdir(folder)]).toEqual([
      { ok: true, value: { rows: 2, guarded: 2 } },
      4,
      ['today.csv'],
    ]);
  });

  it('begins with a byte order mark where one is asked for, in CSV only', async () => {
    await writeExport(options({ rows: many(1), bom: true }));
    await writeExport(
      options({ rows: many(1), bom: true, format: 'ndjson', path: join(folder, 'a.ndjson') }),
    );
    const starts = ['today.csv', 'a.ndjson'].map(async (name) =>
      (await readFile(join(folder, name))).subarray(0, 3).toString('hex'),
    );
    expect(await Promise.all(starts)).toEqual(['efbbbf', Buffer.from('{"i').toString('hex')]);
  });

  it('writes one JSON object a line as NDJSON, lone surrogates kept', async () => {
    const rows = streamOf(exportedWith({ facts: { title: 'a\r\n\uD800"' } }), exportedWith({}));
    await writeExport(options({ rows, format: 'ndjson' }));
    const lines = (await readFile(join(folder, 'today.csv'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { title: string }).title)).toEqual([
      'a\r\n\uD800"',
      'Declaration rejected',
    ]);
  });

  it('replaces what was there, for this person alone', async () => {
    await writeFile(join(folder, 'today.csv'), 'old');
    await writeExport(options({ rows: many(3) }));
    const { mode } = await stat(join(folder, 'today.csv'));
    expect([(await linesOf('today.csv')).length, mode & 0o777]).toEqual([5, 0o600]);
  });

  it('replaces the file that a link names, and keeps the link', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'target.csv'), 'old');
    await symlink(join(folder, 'real', 'target.csv'), join(folder, 'today.csv'));
    await writeExport(options({ rows: many(1) }));
    expect([(await linesOf('real/target.csv')).length, await readdir(join(folder, 'real'))]).toEqual([
      3,
      ['target.csv'],
    ]);
  });

  it('cancelled part way, leaves what was there and nothing else, and lets go of the rows', async () => {
    await writeFile(join(folder, 'today.csv'), 'old');
    const cancel = new AbortController();
    let released = false;
    async function* rows() {
      try {
        yield* many(1_000_000, (row) => row === 2_000 && cancel.abort());
      } finally {
        released = true;
      }
    }
    const outcome = await writeExport(options({ rows: rows(), signal: cancel.signal }));
    expect([
      outcome,
      await readFile(join(folder, 'today.csv'), 'utf8'),
      await readdir(folder),
      released,
    ]).toEqual([{ ok: false, failure: failure('cancelled') }, 'old', ['today.csv'], true]);
  });

  it('passes on why the store could not go on, and leaves nothing behind', async () => {
    async function* rows() {
      yield exportedWith({});
      throw Object.assign(new Error('store-locked'), { reason: 'store-locked', detail: 'held by 4711' });
    }
    expect([await writeExport(options({ rows: rows() })), await readdir(folder)]).toEqual([
      { ok: false, failure: failure('store-locked', { detail: 'held by 4711' }) },
      [],
    ]);
  });

  it('leaves nothing behind where a bug ends it', async () => {
    async function* rows() {
      yield exportedWith({});
      throw new TypeError('a bug');
    }
    await expect(writeExport(options({ rows: rows() }))).rejects.toThrow('a bug');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['missing/today.csv', 'ENOENT', /missing does not exist: create it or choose another\.$/],
    ['file/today.csv', 'ENOTDIR', /file is not a folder: choose another\.$/],
    ['folder', null, /folder is a folder: add a file name\.$/],
    [`${'x'.repeat(300)}.csv`, 'ENAMETOOLONG', /^The file name is too long/],
  ])('refuses %s and says what to do', async (name, code, detail) => {
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'folder'));
    const outcome = await writeExport(options({ rows: many(1), path: join(folder, name) }));
    expect(outcome).toEqual({
      ok: false,
      failure: failure('file-unwritable', { code, detail: expect.stringMatching(detail) as string }),
    });
  });

  it.skipIf(process.platform === 'win32')('never renames over a device', async () => {
    const outcome = await writeExport(options({ rows: many(1), path: '/dev/null' }));
    expect([outcome.ok, (await stat('/dev/null')).isCharacterDevice()]).toEqual([false, true]);
  });

  it('tells progress sparingly and ends on the last row', async () => {
    const told: number[] = [];
    await writeExport(options({ rows: many(12_001), onProgress: (rows) => told.push(rows) }));
    expect([
      told.length,
      told.at(-1),
      told.every((rows, index) => index === 0 || rows > told[index - 1]!),
    ]).toEqual([3, 12_001, true]);
  });
});
