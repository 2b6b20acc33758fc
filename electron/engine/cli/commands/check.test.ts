import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import { DATABASE_FILE } from '../../store/sqlite/open.ts';
import { linesIn, ran } from '../command-host.fixture.ts';
import { archiveWorld, discard, opened, seededArchive } from '../seeded-archive.fixture.ts';

let directory: string;
afterEach(() => discard(directory));

describe('check', () => {
  it('of a sound archive prints nothing on stdout and ends with 0', async () => {
    directory = await seededArchive([{ facts: {} }]);
    expect(await ran(['check', '--data', directory], archiveWorld)).toMatchObject({
      status: 0,
      stdout: '',
      stderr: `quayside: No fault found in ${directory}.\n`,
    });
  });

  it('prints a line for each fault and ends with 1', async () => {
    directory = await seededArchive([{ facts: {} }]);
    const faults = [
      { what: 'counter', detail: 'one too many' },
      { what: 'facts', detail: '1 are missing' },
    ];
    const openStore = async () => ok(Object.assign(await opened(directory), { check: async () => faults }));
    const { status, stdout } = await ran(['check', '--data', directory], { ...archiveWorld, openStore });
    expect([status, linesIn(stdout)]).toEqual([1, faults]);
  });

  it('of an archive too damaged to open prints that as its fault, and changes nothing', async () => {
    directory = mkdtempSync(join(tmpdir(), 'quayside-damaged-'));
    const file = join(directory, DATABASE_FILE);
    writeFileSync(file, 'not a database at all, and long enough to be looked at as one'.repeat(100));
    const before = readFileSync(file);
    const { status, stdout, stderr } = await ran(['check', '--data', directory], archiveWorld);
    const [line] = linesIn(stdout) as { what: string; detail: string }[];
    expect([status, line!.what, stderr, readFileSync(file).equals(before)]).toEqual([
      1,
      'store-corrupt',
      `quayside: ${line!.detail}\n`,
      true,
    ]);
  });

  it.each(['list', 'show'])('where %s meets the same, it ends with 2', async (command) => {
    directory = mkdtempSync(join(tmpdir(), 'quayside-damaged-'));
    writeFileSync(join(directory, DATABASE_FILE), 'not a database at all'.repeat(100));
    const words = command === 'show' ? ['1'] : [];
    const { status, stdout, stderr } = await ran([command, '--data', directory, ...words], archiveWorld);
    expect([status, stdout, stderr.startsWith(`quayside: ${join(directory, DATABASE_FILE)}`)]).toEqual([
      2,
      '',
      true,
    ]);
  });
});
