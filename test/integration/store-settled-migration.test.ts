import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { migrate, MIGRATIONS } from '../../electron/engine/store/sqlite/migrations.ts';
import { setPragmas } from '../../electron/engine/store/sqlite/pragmas.ts';
import { SCHEMA_SETTLED } from '../../electron/engine/store/sqlite/schema-settled.ts';
import { arrive } from '../support/store-builders.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openedStore, temporaryFolder } from '../support/store-temporary.ts';

const { version } = MIGRATIONS.find(({ sql }) => sql === SCHEMA_SETTLED)!;
const MRN = '26gb1cr4dvq71taar5';

/** An archive of the version before, with a cleared declaration, one that is open and a message in small letters. */
function olderArchive(): string {
  const folder = temporaryFolder();
  const file = join(folder, 'quayside.db');
  const sql = openDriver(file);
  setPragmas(sql, process.platform);
  migrate(
    sql,
    file,
    createFakeClock(),
    MIGRATIONS.filter((step) => step.version < version),
  );
  sql.exec(`
    INSERT INTO shelf (id, account, source, kind, type, attention, state, upstream)
      VALUES (1, 'cds', 'hmrc-cds', 'dms', 'DMSCTL', 'act', 'new', ''), (2, 'cds', 'hmrc-cds', 'dms', 'DMSCLE', 'info', 'new', '');
    INSERT INTO payload (id, account, source, remote_id, received_at, content_type, envelope, bytes, decoder_version)
      VALUES (1, 'cds', 'hmrc-cds', 'a', 1, 'application/xml', '{}', 1, 99), (2, 'cds', 'hmrc-cds', 'b', 1, 'application/xml', '{}', 1, 99),
        (3, 'cds', 'hmrc-cds', 'c', 1, 'application/xml', '{}', 1, 99);
    INSERT INTO notification (seq, payload, part, shelf, received_at, outcome, title)
      VALUES (1, 1, 0, 1, 1, 'control', 'Control'), (2, 2, 0, 2, 1, 'cleared', 'Cleared'), (3, 3, 0, 1, 1, 'control', 'Control');
    INSERT INTO thread (id, status, attention, state, fresh, newest, oldest)
      VALUES (1, '{}', 'info', 'new', 2, 2, 1), (3, NULL, 'act', 'new', 1, 3, 3);
    INSERT INTO thread_member (seq, thread) VALUES (1, 1), (2, 1), (3, 3);
    INSERT INTO reference (value, seq, kind) VALUES ('${MRN}', 3, 'mrn'), ('a-reference-in-18-c', 3, 'x');
  `);
  sql.close();
  return folder;
}

it('takes over at once what the threads of an older archive say, and works them out again', async () => {
  const store = await openedStore(olderArchive());
  expect({
    counts: [(await store.counts()).needsAction, (await store.threadCounts()).counts],
    listed: (await store.page({ needsAction: true }, null, 10)).rows.map(({ id }) => id),
    settled: (await store.page({}, null, 10)).rows.map(({ settled }) => settled),
    threads: (await store.pageThreads({ needsAction: true }, null, 10)).rows.map(({ id }) => id),
    todo: await store.threadsToDo(10),
  }).toEqual({
    counts: [1, { needsAction: 1, new: 2, all: 2, acknowledged: 0 }],
    listed: ['3'],
    settled: [false, false, true],
    threads: ['3'],
    todo: ['1', '3'],
  });
});

it('finds an MRN under whichever letters it is asked for, before and after', async () => {
  const store = await openedStore(olderArchive());
  await arrive(store, { remoteId: 'later', facts: { mrn: MRN } });
  const found = async (value: string) =>
    (await store.page({ references: [value] }, null, 10)).rows.map(({ id }) => id);
  expect([await found(MRN), await found(MRN.toUpperCase()), await found('26Gb1cr4dvq71taar5')]).toEqual([
    ['4', '3'],
    ['4', '3'],
    ['4', '3'],
  ]);
});
