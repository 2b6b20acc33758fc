import { expect, it } from 'vitest';
import { pack } from '../../electron/engine/store/sqlite/pack.ts';
import { sealOlder } from '../../electron/engine/store/sqlite/seal-older.ts';
import { threadOf } from '../../electron/engine/thread-of.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { createThreadKeeper } from '../../electron/engine/inbox/thread-keeper.ts';
import { arriveMany, factsWith, partWith } from '../support/store-builders.ts';
import { onArchive } from '../support/store-damage.ts';
import { temporaryStore } from '../support/store-temporary.ts';

const packed = (facts: unknown) => pack(new TextEncoder().encode(JSON.stringify(facts)));
const mrnOf = (remoteId: string) => `26GB0000000000000${remoteId}`;

/** An archive of three notifications of one declaration each. */
async function three(): Promise<{ store: InboxStore; directory: string }> {
  const world = await temporaryStore();
  await arriveMany(world.store, ['1', '2', '3'], (id) => partWith({ mrn: mrnOf(id), type: 'DMSACC' }));
  return world;
}

/** Everything of one stream. */
async function streamed(store: InboxStore) {
  const rows = [];
  for await (const one of store.stream({})) rows.push(one);
  return rows;
}

it.each([
  ['says another letter', packed(factsWith({ mrn: mrnOf('2'), type: 'BMSACC' }))],
  ['is of no form', Uint8Array.from([1, 2, 3])],
])('a row of facts that %s is one marked row wherever it is read, and named by check', async (_, body) => {
  const { store, directory } = await three();
  onArchive(directory, (sql) => sql.run('UPDATE facts SET body = ? WHERE seq = 2', body));
  const marked = {
    title: 'Declaration rejected (what was read from it is damaged)',
    type: 'DMSACC',
    mrn: mrnOf('2'),
    problems: ['what was read from it is damaged: "quayside check" names it as facts 2'],
  };
  await createThreadKeeper(store).run();
  expect({
    streamed: (await streamed(store)).map(({ facts }) => facts.problems.length),
    shown: (await store.notification('2'))?.facts,
    thread: (await threadOf(store, '2'))?.entries.map(({ title }) => title),
    page: (await store.page({}, null, 9)).rows.map(({ type }) => type),
    unalerted: (await store.unalerted('cds', 9)).length,
    faults: await store.check(),
  }).toEqual({
    streamed: [0, 1, 0],
    shown: expect.objectContaining(marked),
    thread: [marked.title],
    page: ['DMSACC', 'DMSACC', 'DMSACC'],
    unalerted: 3,
    faults: [{ what: 'facts', detail: '2 cannot be read' }],
  });
});

it('a row of facts that is gone is one marked row, too', async () => {
  const { store, directory } = await three();
  onArchive(directory, (sql) => sql.run('DELETE FROM facts WHERE seq = 2'));
  expect({
    streamed: (await streamed(store)).map(({ facts }) => facts.problems.length),
    faults: await store.check(),
  }).toEqual({ streamed: [0, 1, 0], faults: [{ what: 'facts', detail: '2 are missing' }] });
});

it.each([
  ['title', `'Declaration accepted'`],
  ['mrn', `'26GB0000000000000Z'`],
  ['status_code', `'39'`],
  ['outcome', `'accepted'`],
  ['received_at', '1001'],
  ['subject', `'another'`],
  ['key_fact', `'3 errors'`],
])('a row of the list whose %s says what its facts do not is named by check', async (column, value) => {
  const { store, directory } = await three();
  onArchive(directory, (sql) => sql.run(`UPDATE notification SET ${column} = ${value} WHERE seq = 2`));
  expect(await store.check()).toEqual([{ what: 'row', detail: '2 says what its facts do not' }]);
  // Where the facts are read, they are what is shown.
  const shown = await store.notification('2');
  expect([shown?.title, shown?.mrn, shown?.statusCode, shown?.outcome]).toEqual([
    'Declaration rejected',
    mrnOf('2'),
    null,
    'rejected',
  ]);
});

it('a reference that has lost a letter is named by check', async () => {
  const { store, directory } = await three();
  onArchive(directory, (sql) => sql.run(`UPDATE reference SET value = 'x' WHERE seq = 2`));
  expect(await store.check()).toEqual([
    { what: 'reference', detail: '2 cannot be found by a reference that its facts have' },
  ]);
});

it.each([
  [
    'its bytes',
    'UPDATE payload_body SET body = ? WHERE payload = 2',
    pack(new TextEncoder().encode('<message>3</message>')),
  ],
  ['what came beside it', 'UPDATE payload SET envelope = ? WHERE id = 2', '{"x-conversation-id":"other"}'],
  ['when it came', 'UPDATE payload SET created_at = ? WHERE id = 2', 77],
])(
  'a payload of which %s is another than was kept is named by check and shown as damaged',
  async (_, change, to) => {
    const { store, directory } = await three();
    onArchive(directory, (sql) => sql.run(change, to));
    await expect(store.payload('2')).rejects.toMatchObject({ reason: 'payload-damaged' });
    expect(await store.check()).toEqual([{ what: 'payload', detail: '2 (cds, 2) cannot be read' }]);
  },
);

it('a checksum that is gone is missed, where there was one', async () => {
  const { store, directory } = await three();
  onArchive(directory, (sql) => {
    sql.run('DELETE FROM facts_sum WHERE seq = 2');
    sql.run('DELETE FROM payload_sum WHERE payload = 3');
  });
  expect(await store.check()).toEqual([
    { what: 'payload', detail: '3 has lost its checksum' },
    { what: 'facts', detail: '2 have lost their checksum' },
  ]);
});

/** As a version without checksums left it. */
const unsealed = (directory: string) =>
  onArchive(directory, (sql) => {
    sql.exec('DELETE FROM facts_sum; DELETE FROM payload_sum; UPDATE unsealed SET upto = 3');
  });

it('what an older version wrote says nothing until it has its checksum, and then what changes is seen', async () => {
  const { store, directory } = await three();
  unsealed(directory);
  expect(await store.check()).toEqual([]);
  const steps = [await store.sealOlder(2), await store.sealOlder(2), await store.sealOlder(2)];
  onArchive(directory, (sql) =>
    sql.run('UPDATE facts SET body = ? WHERE seq = 2', packed(factsWith({ lrn: 'x' }))),
  );
  expect([steps, await store.check()]).toEqual([[4, 2, 0], [{ what: 'facts', detail: '2 cannot be read' }]]);
});

it('what is plainly damaged when its turn comes gets no checksum', async () => {
  const { directory } = await three();
  unsealed(directory);
  onArchive(directory, (sql) => {
    sql.run('UPDATE facts SET body = ? WHERE seq = 2', Uint8Array.from([1, 2]));
    sql.run('UPDATE payload_body SET body = ? WHERE payload = 1', Uint8Array.from([1, 2]));
    while (sealOlder(sql, 2) > 0);
    expect([sql.all('SELECT seq FROM facts_sum'), sql.all('SELECT payload FROM payload_sum')]).toEqual([
      [{ seq: 1 }, { seq: 3 }],
      [{ payload: 2 }, { payload: 3 }],
    ]);
  });
});
