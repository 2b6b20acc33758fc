import { parse } from 'csv-parse/sync';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesIn, ran } from '../command-host.fixture.ts';
import { archiveWorld, discard, seededArchive } from '../seeded-archive.fixture.ts';

let directory: string;
beforeAll(async () => {
  directory = await seededArchive([
    { facts: { type: 'DMSREJ', lrn: '=1+1' } },
    { facts: { type: 'DMSCLE', lrn: '0012' } },
    { facts: { type: 'DMSREJ', lrn: 'a,"b"\r\nc' } },
  ]);
});
afterAll(() => discard(directory));

const exported = (...words: string[]) => ran(['export', '--data', directory, ...words], archiveWorld);
const lrns = (csv: string) =>
  parse<Record<string, string>>(csv, { columns: true, bom: true }).map(({ LRN }) => LRN);

describe('export', () => {
  it('writes what the filter shows to a file, newest first, and says so on stderr', async () => {
    const out = join(directory, 'rejected.csv');
    const { status, stdout, stderr } = await exported('--out', out, '--type', 'DMSREJ');
    expect([status, stdout, stderr, lrns(await readFile(out, 'utf8'))]).toEqual([
      0,
      '',
      `quayside: Wrote 2 notification(s) to ${out}. 1 field(s) that a spreadsheet would run as a formula begin with an apostrophe now.\n`,
      ['a,"b"\r\nc', "'=1+1"],
    ]);
  });

  it('writes CSV to stdout, without the guard where that is asked', async () => {
    const { status, stdout, stderr } = await exported('--out', '-', '--no-formula-guard', '--bom');
    expect([status, stdout.startsWith('\uFEFFid,'), lrns(stdout), stderr]).toEqual([
      0,
      true,
      ['a,"b"\r\nc', '0012', '=1+1'],
      '',
    ]);
  });

  it('writes as NDJSON the very lines of list', async () => {
    const ndjson = await exported('--out', '-', '--format', 'ndjson');
    const list = await ran(['list', '--data', directory], archiveWorld);
    expect(linesIn(ndjson.stdout)).toEqual(linesIn(list.stdout).slice(0, -1));
  });

  it('where the file cannot be written, ends with 1 and says what to do', async () => {
    const out = join(directory, 'missing', 'a.csv');
    expect(await exported('--out', out)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `quayside: The folder ${join(directory, 'missing')} does not exist: create it or choose another.\n`,
    });
  });

  it('stopped, leaves the old file and no other, and ends with 1', async () => {
    const out = join(directory, 'old.csv');
    await writeFile(out, 'old');
    const before = await readdir(directory);
    const { status, stderr } = await ran(['export', '--data', directory, '--out', out], {
      ...archiveWorld,
      stop: AbortSignal.abort(),
    });
    expect([status, stderr, await readFile(out, 'utf8'), await readdir(directory)]).toEqual([
      1,
      'quayside: Stopped before the end: the export is not complete.\n',
      'old',
      before,
    ]);
  });
});
