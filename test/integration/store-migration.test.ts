import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDriver, type SqlDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { SCHEMA_1 } from '../../electron/engine/store/sqlite/schema.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { arrive, arriveMany, idsOf, partWith, threadsOf } from '../support/store-builders.ts';
import { openedStore, temporaryFolder } from '../support/store-temporary.ts';

/** What version 1 wrote to a folder: what lies in its tables is the same now, so the newer ones are taken away. */
async function folderOfVersion1(fill: (store: InboxStore) => Promise<unknown>): Promise<string> {
  const folder = temporaryFolder();
  const store = await openedStore(folder);
  await fill(store);
  await store.close();
  const sql = openDriver(join(folder, 'quayside.db'));
  for (const trigger of ['added', 'moved', 'removed']) sql.exec(`DROP TRIGGER thread_${trigger}`);
  for (const table of [
    'account_trouble',
    'reminded',
    'wait',
    'thread_todo',
    'thread_member',
    'thread',
    'thread_count',
  ]) {
    sql.exec(`DROP TABLE ${table}`);
  }
  sql.exec('DROP TABLE thread_clock');
  sql.exec(`PRAGMA foreign_keys = OFF; CREATE TABLE before AS SELECT * FROM shelf; DROP TABLE shelf;
    ${SHELF_1}; INSERT INTO shelf SELECT id, account, source, kind, type, attention, state, upstream, n FROM before;
    DROP TABLE before`);
  for (const table of ['payload_sum', 'facts_sum', 'unsealed']) sql.exec(`DROP TABLE ${table}`);
  sql.exec('ALTER TABLE account DROP COLUMN cursor_sum; ALTER TABLE account DROP COLUMN cursor_aside');
  sql.exec('ALTER TABLE gap DROP COLUMN dismissed_at; ALTER TABLE gap DROP COLUMN dismissed_by');
  for (const column of ['subject', 'key_fact', 'deadline']) {
    sql.exec(`ALTER TABLE notification DROP COLUMN ${column}`);
  }
  sql.exec('ALTER TABLE alert DROP COLUMN accounts');
  sql.exec('ALTER TABLE alert DROP COLUMN urgency; PRAGMA user_version = 1');
  const bare = openDriver(':memory:');
  bare.exec(SCHEMA_1);
  expect(schemaOf(sql)).toEqual(schemaOf(bare));
  bare.close();
  sql.close();
  return folder;
}

const SHELF_1 = /CREATE TABLE shelf [^;]*/.exec(SCHEMA_1)?.[0] ?? '';

/** The columns of each table, and the names of everything else. */
const schemaOf = (sql: SqlDriver) =>
  sql
    .all<{ type: string; name: string }>(
      `SELECT type, name FROM sqlite_schema WHERE name NOT GLOB 'search_[0-9]*' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .map(({ type, name }) => [type, name, sql.all(`PRAGMA table_info(${name})`)]);

it('puts everything that version 1 knew on the list of threads to work out, and shows it meanwhile', async () => {
  const folder = await folderOfVersion1(async (store) => {
    await arriveMany(store, ['1', '2', '3']);
    await arrive(store, { remoteId: '4', facts: { attention: 'info', mrn: '26GB4', lrn: 'L4' } });
    await store.acknowledge({ ids: ['2', '4'] }, 'jo', 1, 1, () => false);
    await store.addAlert({ notifications: ['1'], title: 't', body: 'b', urgency: 'normal' }, 1);
    await store.addGap({ account: 'cds', from: 10, to: 20, why: 'away' });
  });
  const store = await openedStore(folder);
  const { rows } = await store.pageThreads({}, null, 10);
  const alone = {
    ...{ attention: 'act', status: null, mrn: null, lrn: null, keyFact: null, trade: null, quiet: [] },
  };
  expect({
    todo: await store.threadsToDo(10),
    threads: rows.map(({ thread }) => thread),
    counts: (await store.threadCounts()).counts,
    gaps: await store.gaps(),
    alerts: (await store.pendingAlerts()).map(({ urgency }) => urgency),
    faults: await store.check(),
  }).toEqual({
    todo: ['1', '2', '3', '4'],
    threads: [
      {
        ...alone,
        mrn: '26GB4',
        lrn: 'L4',
        attention: 'info',
        members: ['4'],
        state: 'acknowledged',
        fresh: 0,
      },
      { ...alone, members: ['3'], state: 'new', fresh: 1 },
      { ...alone, members: ['2'], state: 'acknowledged', fresh: 0 },
      { ...alone, members: ['1'], state: 'new', fresh: 1 },
    ],
    counts: { needsAction: 2, new: 2, all: 4, acknowledged: 2 },
    gaps: [{ account: 'cds', source: 'hmrc-cds', from: 10, to: 20, why: 'away' }],
    alerts: ['critical'],
    faults: [],
  });
  const later = await arrive(store, { remoteId: '5' });
  expect([later.id, (await threadsOf(store)).length, await store.check()]).toEqual(['5', 5, []]);
});

it('keeps a backup of version 1 that opens again', async () => {
  const folder = await folderOfVersion1((store) => arriveMany(store, ['1', '2']));
  await openedStore(folder);
  const backups = readdirSync(folder).filter((name) => name.endsWith('.bak'));
  expect(backups).toEqual([expect.stringMatching(/^quayside-v1-\d{8}T\d{6}Z\.bak$/)]);
  const restored = temporaryFolder();
  copyFileSync(join(folder, backups[0] ?? ''), join(restored, 'quayside.db'));
  const store = await openedStore(restored);
  expect([await idsOf(store, {}), await store.threadsToDo(10), await store.check()]).toEqual([
    ['2', '1'],
    ['1', '2'],
    [],
  ]);
});

it('names a row of version 1 by its declaration at once, and in full once a newer decoder has read it again', async () => {
  const gmr = { type: 'GMR', kind: 'ppns' as const, references: [{ kind: 'gmr', value: 'GMRA00002KW2' }] };
  const folder = await folderOfVersion1(async (store) => {
    await arrive(store, { remoteId: '1', facts: { mrn: '26GB4', lrn: 'L4' } });
    await arrive(store, { remoteId: '2', facts: gmr });
  });
  const store = await openedStore(folder);
  const subjects = async () => (await store.page({}, null, 10)).rows.map(({ subject }) => subject);
  const before = await subjects();
  const [, stale] = await store.takeUndecoded(2, { 'hmrc-cds': 2 });
  const parts = [
    partWith({ ...gmr, keyFact: 'inspection at Sevington', deadline: '2026-12-05T12:00:00.000Z' }),
  ];
  const [row] = await store.putFacts([{ payload: stale?.payload ?? 0, parts, decoderVersion: 2 }]);
  expect([before, await subjects(), row?.keyFact, row?.deadline]).toEqual([
    [null, 'MRN 26GB4, LRN L4'],
    ['GMR GMRA00002KW2', 'MRN 26GB4, LRN L4'],
    'inspection at Sevington',
    '2026-12-05T12:00:00.000Z',
  ]);
});
