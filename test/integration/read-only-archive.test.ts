import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { linesIn, ran } from '../../electron/engine/cli/command-host.fixture.ts';
import { archiveWorld, opened } from '../../electron/engine/cli/seeded-archive.fixture.ts';
import { migrate, MIGRATIONS, newestVersion } from '../../electron/engine/store/sqlite/migrations.ts';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { openStoreToRead } from '../../electron/engine/store/sqlite/open-to-read.ts';
import { setPragmas } from '../../electron/engine/store/sqlite/pragmas.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { bundleTypeScript } from '../support/run-typescript.mjs';
import { arriveMany } from '../support/store-builders.ts';
import { mountMemory, type Mounted } from '../support/store-mount.ts';
import { temporaryFolder } from '../support/store-temporary.ts';

/** A small disk; null, which is said, where this machine mounts none for us. */
function smallDisk(): Mounted | null {
  const disk = mountMemory(temporaryFolder(), '8m');
  if (disk === null) console.warn('Not tested here: this machine does not let us mount a disk.');
  else onTestFinished(() => disk.unmount());
  return disk;
}

/** An archive of three notifications; `closed`, or as a process left it that was killed. */
async function fill(directory: string, end: 'closed' | 'killed' | 'killed, without the index of its log') {
  const source = temporaryFolder();
  const store = await opened(source);
  await arriveMany(store, ['1', '2', '3']);
  if (end === 'closed') await store.close();
  mkdirSync(directory, { recursive: true });
  for (const name of readdirSync(source)) {
    if (end === 'killed, without the index of its log' && name.endsWith('-shm')) continue;
    copyFileSync(join(source, name), join(directory, name));
  }
  if (end !== 'closed') onTestFinished(() => store.close());
}

const command = (directory: string, ...words: string[]) => ran([...words, '--data', directory], archiveWorld);

const ENDS = ['closed', 'killed', 'killed, without the index of its log'] as const;

it.each(ENDS)('list, show, check and export read an archive on a read-only disk that was %s', async (end) => {
  const disk = smallDisk();
  if (disk === null) return;
  const data = join(disk.folder, 'data');
  await fill(data, end);
  const before = readdirSync(data);
  disk.remount('ro');
  const why = `quayside: ${data} lies on a disk that is mounted read-only. The archive is read as it is, and nothing is changed.\n`;
  const list = await command(data, 'list');
  const show = await command(data, 'show', '2');
  const raw = await command(data, 'show', '--raw', '2');
  const check = await command(data, 'check');
  const csv = await command(data, 'export', '--format', 'ndjson', '--out', '-');
  expect({
    statuses: [list, show, raw, check, csv].map(({ status }) => status),
    rows: [linesIn(list.stdout).length, linesIn(show.stdout).length, raw.stdout, linesIn(csv.stdout).length],
    said: [list, show, raw, csv].map(({ stderr }) => stderr),
    checked: [check.stdout, check.stderr],
    left: readdirSync(data),
  }).toEqual({
    statuses: [0, 0, 0, 0, 0],
    rows: [4, 1, '<message>2</message>', 3],
    said: [why, why, why, why],
    checked: ['', `${why}quayside: No fault found in ${data}.\n`],
    left: before,
  });
});

it('an archive that is open elsewhere is read with what its log holds', async () => {
  const disk = smallDisk();
  if (disk === null) return;
  const data = join(disk.folder, 'data');
  const store = await opened(data);
  onTestFinished(() => store.close());
  await arriveMany(store, ['1', '2']);
  expect(linesIn((await command(data, 'list')).stdout)).toHaveLength(3);
});

it.each(ENDS)('list reads an archive on a full disk that was %s', async (end) => {
  const disk = smallDisk();
  if (disk === null) return;
  const data = join(disk.folder, 'data');
  await fill(data, end);
  for (const size of [1 << 20, 1 << 12, 1]) writeUntilFull(disk.folder, size);
  const { status, stdout, stderr } = await command(data, 'list');
  expect([status, linesIn(stdout).length]).toEqual([0, 4]);
  expect([
    '',
    `quayside: The disk or quota that holds ${data} is full. The archive is read as it is, and nothing is changed.\n`,
  ]).toContain(stderr);
});

function writeUntilFull(folder: string, size: number): void {
  try {
    for (let n = 0; n < 100; n += 1) writeFileSync(join(folder, `ballast-${size}-${n}`), Buffer.alloc(size));
  } catch {
    return;
  }
}

it('an archive of an older version that cannot be written says what to do', async () => {
  const disk = smallDisk();
  if (disk === null) return;
  const file = join(disk.folder, 'quayside.db');
  const sql = openDriver(file);
  setPragmas(sql, process.platform);
  migrate(sql, file, createFakeClock(), MIGRATIONS.slice(0, 3));
  sql.close();
  disk.remount('ro');
  const { status, stdout, stderr } = await command(disk.folder, 'list');
  expect([status, stdout, stderr]).toEqual([
    2,
    '',
    `quayside: ${file} was written by an older Quayside (format 3; this one reads ${newestVersion(MIGRATIONS)}), and it cannot be brought up to date where it lies. ${disk.folder} lies on a disk that is mounted read-only. Copy the whole folder to where you can write and name the copy with --data.\n`,
  ]);
});

it('what is read as it is takes no triage, and says why', async () => {
  const disk = smallDisk();
  if (disk === null) return;
  await fill(disk.folder, 'closed');
  disk.remount('ro');
  const store = await openStoreToRead({ directory: disk.folder });
  if (!store.ok) throw new Error(store.failure.detail ?? '');
  await expect(store.value.acknowledge({ ids: ['1'] }, 'jo', 1, 1, () => false)).rejects.toMatchObject({
    reason: 'store-unwritable',
    detail: `${disk.folder} lies on a disk that is mounted read-only.`,
  });
  await store.value.close();
});

const NOBODY = 65_534;

/** The command as another user of this machine runs it; null, which is said, where we cannot become one. */
async function asNobody(...words: string[]) {
  if (process.getuid?.() !== 0) {
    console.warn('Not tested here: only root can become another user.');
    return null;
  }
  const bundle = await bundleTypeScript('electron/engine/cli.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...words], {
    ...{
      uid: NOBODY,
      gid: NOBODY,
      encoding: 'utf8',
      env: { HOME: '/nonexistent', PATH: process.env['PATH'] },
    },
  });
  return { status, stdout, stderr };
}

/** A folder that others may pass through, with an archive of ours in it. */
async function ours(mode: { folder: number; files: number }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-others-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  await fill(data, 'closed');
  for (const name of readdirSync(data)) chmodSync(join(data, name), mode.files);
  chmodSync(data, mode.folder);
  chownSync(data, 0, 0);
  return data;
}

it('an archive of another user who lets us read it is read, and says whose it is', async () => {
  const data = await ours({ folder: 0o755, files: 0o644 });
  const list = await asNobody('list', '--data', data);
  if (list === null) return;
  expect([list.status, list.stderr, linesIn(list.stdout).length]).toEqual([
    0,
    `quayside: ${data} belongs to another user (number 0). The archive is read as it is, and nothing is changed.\n`,
    4,
  ]);
});

it.each([
  ['folder', { folder: 0o700, files: 0o600 }],
  ['file', { folder: 0o755, files: 0o600 }],
])('an archive of another user whose %s is closed to us is not called missing', async (_, mode) => {
  const data = await ours(mode);
  const list = await asNobody('list', '--data', data);
  if (list === null) return;
  expect([list.status, list.stdout, list.stderr]).toEqual([
    2,
    '',
    `quayside: ${join(data, 'quayside.db')} belongs to another user (number 0), who does not let you read it. Ask that person, or name a data directory of your own with --data.\n`,
  ]);
});
