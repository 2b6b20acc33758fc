import {
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import { startEngineWorld, type EngineWorld } from '../support/engine-world.ts';
import { temporaryFolder } from '../support/store-temporary.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = await startEngineWorld();
});
afterEach(() => world.close());

const account = async (engine: Engine) => {
  const status = await engine.api.status(null);
  return status.ok ? status.value.accounts[0] : undefined;
};

/** An engine that has fetched one message of CDS, and the data directory it works on. */
async function atWork(): Promise<{ engine: Engine; data: string }> {
  const engine = await world.start();
  world.cds.push('cds-client', { body: '<MetaData/>' });
  await engine.setAccounts([world.accounts.cds]);
  await world.until(
    async () => (await account(engine))?.checkedAt !== null && world.cds.unpulled('cds-client').length === 0,
  );
  return { engine, data: join(world.folder, 'data') };
}

const VANISHINGS: Readonly<Record<string, (data: string, folder: string) => void>> = {
  'data directory was deleted': (data) => rmSync(data, { recursive: true }),
  'data directory was moved': (data, folder) => renameSync(data, join(folder, 'elsewhere')),
  'database was deleted': (data) => rmSync(join(data, 'quayside.db')),
  'log was deleted': (data) => rmSync(join(data, 'quayside.db-wal')),
  'database was emptied': (data) => truncateSync(join(data, 'quayside.db')),
  'database was replaced': (data) => {
    renameSync(join(data, 'quayside.db'), join(data, 'old.db'));
    writeFileSync(join(data, 'quayside.db'), 'something else');
  },
};

it.each(Object.entries(VANISHINGS))(
  'where the %s, nothing more is read from CDS, and it is said',
  async (_, vanish) => {
    const { engine, data } = await atWork();
    vanish(data, world.folder);
    const left = readdirSync(world.folder);
    const waiting = Array.from({ length: 5 }, () => world.cds.push('cds-client', { body: '<MetaData/>' }));
    await world.until(async () => (await account(engine))?.failure !== null, 30_000);
    await world.run(60_000);
    expect({
      waiting: world.cds.unpulled('cds-client').length,
      failure: (await account(engine))?.failure?.reason,
      told: world.journal.some((entry) => entry.event === 'problem' && entry.reason === 'store-gone'),
      // Nobody who puts the directory back finds another in its place.
      left: readdirSync(world.folder),
    }).toEqual({ waiting: waiting.length, failure: 'store-gone', told: true, left });
  },
);

it('goes on by itself once the data directory is back', async () => {
  const { engine, data } = await atWork();
  renameSync(data, join(world.folder, 'elsewhere'));
  world.cds.push('cds-client', { body: '<MetaData/>' });
  await world.until(async () => (await account(engine))?.failure?.reason === 'store-gone', 30_000);
  expect(existsSync(data)).toBe(false);
  renameSync(join(world.folder, 'elsewhere'), data);
  await world.until(() => world.cds.unpulled('cds-client').length === 0, 600_000);
  await world.until(async () => (await account(engine))?.failure === null, 600_000);
  const counts = await engine.api.status(null);
  expect(counts.ok && counts.value.counts.all).toBe(2);
});

/** What opening a folder with an emptied database answers. */
async function emptied(sign: (folder: string) => void | Promise<void>) {
  const folder = temporaryFolder();
  await sign(folder);
  writeFileSync(join(folder, 'quayside.db'), '');
  const opened = await openSqliteStore({ directory: folder });
  if (opened.ok) await opened.value.close();
  return opened.ok ? null : { reason: opened.failure.reason, detail: opened.failure.detail ?? '' };
}

it.each([
  [
    'the key of its cards',
    (folder: string) => writeFileSync(join(folder, 'card-key'), 'k'.repeat(32)),
    'card-key',
  ],
  [
    'a backup',
    (folder: string) => writeFileSync(join(folder, 'quayside-v3-20261201T000000Z.bak'), 'b'),
    'quayside-v3-20261201T000000Z.bak',
  ],
  [
    'its log',
    (folder: string) => writeFileSync(join(folder, 'quayside.db-wal'), 'frames'),
    'quayside.db-wal',
  ],
])('an empty database beside %s is no new archive', async (_, sign, name) => {
  expect(await emptied(sign)).toEqual({
    reason: 'store-corrupt',
    detail: expect.stringContaining(
      `is empty, although ${name} beside it shows that Quayside has been at work here`,
    ),
  });
});

it('an empty database beside a ledger that tells of calls is no new archive, whether the ledger is in use or not', async () => {
  const { data } = await atWork();
  expect(
    await emptied((empty) => {
      for (const name of readdirSync(data).filter((one) => one.startsWith('slots.db')))
        copyFileSync(join(data, name), join(empty, name));
    }),
  ).toMatchObject({
    reason: 'store-corrupt',
    detail: expect.stringContaining('although slots.db beside it'),
  });
});

it('an empty database is new where nothing tells otherwise', async () => {
  expect(await emptied(() => undefined)).toBeNull();
});
