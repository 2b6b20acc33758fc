import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { MIGRATIONS, newestVersion, type Migration } from '../../electron/engine/store/sqlite/migrations.ts';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import { readPragma } from '../../electron/engine/store/sqlite/pragmas.ts';
import type { Clock } from '../../electron/engine/time/clock.ts';
import { arrive, arriveMany, idsOf, partWith } from '../support/store-builders.ts';
import { mountMemory } from '../support/store-mount.ts';
import { openedStore, temporaryFolder } from '../support/store-temporary.ts';

const clockAt = (instant: string): Clock => ({
  now: () => Date.parse(instant),
  uptime: () => 0,
  sleep: async () => undefined,
});

/** Every file with what is in it, but for the log's index, which SQLite builds from the log. */
const fingerprint = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile() && !name.endsWith('-shm'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

async function filledFolder(): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder();
  const store = await openedStore(folder);
  const remoteIds = Array.from({ length: 60 }, (_, n) => String(n));
  await arriveMany(store, remoteIds, (id) => partWith({}, `word${id} `.repeat(40)));
  await store.close();
  return { folder, file: join(folder, 'quayside.db') };
}

/** What opening the folder answers, and whether it left every byte as it was. */
async function refusal(folder: string) {
  const before = fingerprint(folder);
  const opened = await openSqliteStore({ directory: folder });
  if (opened.ok) await opened.value.close();
  expect(fingerprint(folder)).toEqual(before);
  return opened.ok ? null : { reason: opened.failure.reason, detail: opened.failure.detail ?? '' };
}

it('makes the folder for its owner alone', async () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  await openedStore(folder);
  expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
});

it('takes the files back from other eyes', async () => {
  const { folder, file } = await filledFolder();
  chmodSync(file, 0o644);
  await openedStore(folder);
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
});

it('opens again what it closed, and what was never closed', async () => {
  const { folder } = await filledFolder();
  const store = await openedStore(folder);
  await arrive(store, { remoteId: 'late' });
  const abandoned = temporaryFolder();
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(abandoned, name));
  const again = await openedStore(abandoned);
  expect([(await idsOf(again, {})).length, await again.check()]).toEqual([61, []]);
});

it('names the file and the way back where it is no database', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'quayside.db'), 'Dear diary, '.repeat(1000));
  const refused = await refusal(folder);
  expect(refused?.reason).toBe('store-corrupt');
  expect(refused?.detail).toContain(join(folder, 'quayside.db'));
});

it.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2 / 4096) * 4096)],
  ['overwritten where the schema lies', (bytes: Buffer) => bytes.fill(0xa5, 100, 4096)],
  ['cut off inside its first page', (bytes: Buffer) => bytes.subarray(0, 200)],
])('opens nothing and changes nothing where the database was %s', async (_, damage) => {
  const { folder, file } = await filledFolder();
  writeFileSync(file, damage(readFileSync(file)));
  expect((await refusal(folder))?.reason).toBe('store-corrupt');
});

it('leaves the log of a damaged database as it was, too', async () => {
  const { folder } = await filledFolder();
  const store = await openedStore(folder);
  await arrive(store, { remoteId: 'late' });
  const abandoned = temporaryFolder();
  for (const name of ['quayside.db', 'quayside.db-wal'])
    copyFileSync(join(folder, name), join(abandoned, name));
  const bytes = readFileSync(join(abandoned, 'quayside.db'));
  const log = readFileSync(join(abandoned, 'quayside.db-wal'));
  writeFileSync(join(abandoned, 'quayside.db'), bytes.fill(0xa5, 100, 8192));
  // Its newest pages are in the log, so damage must be there as well to be seen at once.
  writeFileSync(join(abandoned, 'quayside.db-wal'), log.subarray(0, 32 + 24 + 512));
  expect((await refusal(abandoned))?.reason).toBe('store-corrupt');
});

it('leaves a database of another program alone', async () => {
  const folder = temporaryFolder();
  const sql = openDriver(join(folder, 'quayside.db'));
  sql.exec('CREATE TABLE recipes (name TEXT)');
  sql.close();
  const refused = await refusal(folder);
  expect([refused?.reason, refused?.detail.includes('another program')]).toEqual(['store-corrupt', true]);
});

it.each([
  ['closed', false],
  ['still in its log', true],
])('leaves a newer database alone, %s', async (_, isInLog) => {
  const { folder, file } = await filledFolder();
  const sql = openDriver(file);
  onTestFinished(() => {
    sql.close();
  });
  sql.exec('PRAGMA user_version = 99');
  if (!isInLog) sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const copy = temporaryFolder();
  for (const name of ['quayside.db', ...(isInLog ? ['quayside.db-wal'] : [])]) {
    copyFileSync(join(folder, name), join(copy, name));
  }
  const refused = await refusal(copy);
  expect([refused?.reason, refused?.detail.includes('99')]).toEqual(['store-newer', true]);
});

it('reports damage deeper in the file when it is met, and in the check', async () => {
  const { folder, file } = await filledFolder();
  const bytes = readFileSync(file);
  // The pages that hold notifications, and none of those that are read at opening.
  for (let start = 0; start < bytes.length; start += 4096) {
    const page = bytes.subarray(start, start + 4096);
    if (page.includes('Declaration rejected')) page.fill(0x5a);
  }
  writeFileSync(file, bytes);
  const store = await openedStore(folder);
  const faults = await store.check();
  expect(faults.length).toBeGreaterThan(0);
  const reading = (async () => {
    for await (const { row } of store.stream({})) expect(row.type).toBe('DMSREJ');
  })();
  await expect(reading).rejects.toMatchObject({ reason: 'store-corrupt' });
});

it('says so where the folder is a file, or cannot be made', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'taken'), '');
  expect((await openSqliteStore({ directory: join(folder, 'taken', 'deeper') })).ok).toBe(false);
  const opened = await openSqliteStore({ directory: join(folder, 'taken') });
  expect(opened).toMatchObject({ ok: false, failure: { reason: 'store-unwritable' } });
});

const CANNOT_MOUNT = 'Skipped: this machine does not let us mount a file system.';

it('changes nothing on a disk that is read-only', async (test) => {
  const { folder } = await filledFolder();
  const mounted = mountMemory(temporaryFolder(), '4m');
  if (mounted === null) return test.skip(CANNOT_MOUNT);
  onTestFinished(mounted.unmount);
  copyFileSync(join(folder, 'quayside.db'), join(mounted.folder, 'quayside.db'));
  mounted.remount('ro');
  expect((await refusal(mounted.folder))?.reason).toBe('store-unwritable');
});

it('goes on where it stopped when a full disk has room again', async (test) => {
  const mounted = mountMemory(temporaryFolder(), '3m');
  if (mounted === null) return test.skip(CANNOT_MOUNT);
  onTestFinished(mounted.unmount);
  const filler = join(mounted.folder, 'filler');
  writeFileSync(filler, Buffer.alloc(1_500_000));
  const store = await openedStore(mounted.folder);
  const stored: string[] = [];
  const fill = async () => {
    for (let n = 0; ; n += 1) {
      const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * n * 31 + i * i) % 251);
      stored.push((await arrive(store, { remoteId: `${stored.length}-${n}`, payload: { bytes } })).id);
    }
  };
  await expect(fill()).rejects.toMatchObject({ reason: 'store-full' });
  const kept = await idsOf(store, {});
  rmSync(filler);
  const next = await store.takeUndecoded(1);
  expect({
    kept: kept.length === Math.min(stored.length, 500),
    lost: stored.slice(-500).filter((id) => !kept.includes(id)),
    waiting: next.length <= 1,
    faults: await store.check(),
  }).toEqual({ kept: true, lost: [], waiting: true, faults: [] });
  await store.close();
});

it('refuses a full disk from the start, with nothing left behind that would not open', async (test) => {
  const mounted = mountMemory(temporaryFolder(), '64k');
  if (mounted === null) return test.skip(CANNOT_MOUNT);
  onTestFinished(mounted.unmount);
  expect(await openSqliteStore({ directory: mounted.folder })).toMatchObject({
    ok: false,
    failure: { reason: 'store-full' },
  });
  mounted.remount('size=4m');
  await (await openedStore(mounted.folder)).close();
});

it('says so where another program holds the file for itself', async () => {
  const { folder, file } = await filledFolder();
  const sql = openDriver(file);
  onTestFinished(() => {
    sql.close();
  });
  sql.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT');
  sql.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  expect(await openSqliteStore({ directory: folder })).toMatchObject({
    ok: false,
    failure: { reason: 'store-locked' },
  });
});

const NEWEST = newestVersion(MIGRATIONS);
const NEXT: Migration = { version: NEWEST + 1, sql: 'ALTER TABLE alert ADD COLUMN colour TEXT' };

it('backs up before it moves to a newer version and keeps the latest three', async () => {
  const { folder } = await filledFolder();
  for (const time of ['20200101T000000Z', '20210101T000000Z', '20220101T000000Z']) {
    writeFileSync(join(folder, `quayside-v${NEWEST}-${time}.bak`), '');
  }
  const opened = await openSqliteStore({
    directory: folder,
    clock: clockAt('2026-11-22T09:40:11.000Z'),
    migrations: [...MIGRATIONS, NEXT],
  });
  expect(opened.ok).toBe(true);
  if (opened.ok) await opened.value.close();
  const backups = readdirSync(folder)
    .filter((name) => name.endsWith('.bak'))
    .sort();
  expect(backups).toEqual([
    `quayside-v${NEWEST}-20210101T000000Z.bak`,
    `quayside-v${NEWEST}-20220101T000000Z.bak`,
    `quayside-v${NEWEST}-20261122T094011Z.bak`,
  ]);
  const restored = temporaryFolder();
  copyFileSync(join(folder, `quayside-v${NEWEST}-20261122T094011Z.bak`), join(restored, 'quayside.db'));
  const store = await openedStore(restored);
  expect([(await idsOf(store, {})).length, await store.check()]).toEqual([60, []]);
  expect((statSync(join(folder, `quayside-v${NEWEST}-20261122T094011Z.bak`)).mode & 0o777).toString(8)).toBe(
    '600',
  );
  expect((await refusal(folder))?.reason).toBe('store-newer');
});

it('leaves the old version whole where a step fails', async () => {
  const { folder, file } = await filledFolder();
  const broken: Migration = {
    version: NEWEST + 1,
    sql: 'ALTER TABLE alert ADD COLUMN colour TEXT; SELECT no_such()',
  };
  await expect(openSqliteStore({ directory: folder, migrations: [...MIGRATIONS, broken] })).rejects.toThrow(
    'no_such',
  );
  const sql = openDriver(file);
  const columns = sql.all<{ name: string }>('PRAGMA table_info(alert)').map(({ name }) => name);
  expect([readPragma(sql, 'user_version'), columns.includes('colour')]).toEqual([NEWEST, false]);
  sql.close();
  const store = await openedStore(folder);
  expect(await store.check()).toEqual([]);
});

it('opens a database while another process has it open', async () => {
  const { folder } = await filledFolder();
  const first = await openedStore(folder);
  const second = await openedStore(folder);
  await arrive(first, { remoteId: 'x' });
  await arrive(second, { remoteId: 'y' });
  expect([(await idsOf(first, {})).length, (await idsOf(second, {})).length]).toEqual([62, 62]);
});
