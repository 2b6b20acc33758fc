import { expect, it } from 'vitest';
import {
  keepMessages,
  messages,
  newProcess,
  readByOldDecoder,
  storeWith,
  titles,
  type Reading,
} from '../../../test/support/rereading-world.ts';
import { damagePayload, onArchive, storedBody } from '../../../test/support/store-damage.ts';
import { temporaryStore } from '../../../test/support/store-temporary.ts';
import { pack } from '../store/sqlite/pack.ts';
import { StoreError } from '../store/store.ts';
import { nextSize } from './reread.ts';

const LONG = 600_000;
const fault: Reading = { old: ['info'], new: 'fault' };

it('reads again what an older decoder has read, and says how far it is', async () => {
  const { store } = await temporaryStore();
  await readByOldDecoder(store, messages(20));
  const told: string[] = [];
  const { clock, rereading } = newProcess(store, new Map(), {
    onProgress: () => told.push(JSON.stringify(rereading.progress())),
  });
  rereading.start();
  await clock.advance(LONG);
  expect(await titles(store)).toEqual(messages(20).map((id) => `${id} 0 v2`));
  expect(told).toEqual([
    '{"done":0,"total":20}',
    '{"done":1,"total":20}',
    '{"done":6,"total":20}',
    '{"done":16,"total":20}',
    '{"done":20,"total":20}',
    'null',
  ]);
});

it('has nothing to tell where all was read by the newest', async () => {
  const { store } = await temporaryStore();
  await keepMessages(store, messages(3));
  const told: unknown[] = [];
  const { clock, intake, rereading } = newProcess(store, new Map(), { onProgress: () => told.push('told') });
  await intake.drain();
  rereading.start();
  await clock.advance(LONG);
  expect({ told, progress: rereading.progress() }).toEqual({ told: [], progress: null });
});

it('leaves it to the drain to tell of what is new', async () => {
  const { store } = await temporaryStore();
  await readByOldDecoder(store, messages(30));
  const { clock, intake, rereading } = newProcess(store);
  rereading.start();
  await clock.advance(15);
  await keepMessages(store, messages(2, 100));
  await clock.advance(LONG);
  expect((await intake.drain()).map((row) => row.title)).toEqual(['M100 0 v2', 'M101 0 v2']);
  expect(await intake.drain()).toEqual([]);
});

it('takes what came in at the last moment for new and not for old', async () => {
  const { store } = await temporaryStore();
  await readByOldDecoder(store, messages(2));
  let isFirst = true;
  const late = storeWith(store, {
    takeUndecoded: async (limit, newest) => {
      if (newest !== undefined && isFirst) await keepMessages(store, ['NEW']);
      if (newest !== undefined) isFirst = false;
      return store.takeUndecoded(limit, newest);
    },
  });
  const { clock, intake, rereading } = newProcess(late);
  rereading.start();
  await clock.advance(LONG);
  expect(await titles(store)).toEqual(['M0 0 v2', 'M1 0 v2', 'NEW 0 v2']);
  expect((await intake.drain()).map((row) => row.title)).toEqual(['NEW 0 v2']);
});

it('keeps the facts of a message that the new decoder fails on', async () => {
  const { store } = await temporaryStore();
  const readings = new Map([['M1', fault]]);
  await readByOldDecoder(store, messages(3), readings);
  const { clock, rereading } = newProcess(store, readings);
  rereading.start();
  await clock.advance(LONG);
  expect(await titles(store)).toEqual(['M0 0 v2', 'M1 0 v1', 'M2 0 v2']);
  expect(await store.staleCount({ 'hmrc-cds': 2 })).toBe(0);
});

it('keeps the facts of a message that is damaged on disk, and asks for it once', async () => {
  const { store, directory } = await temporaryStore();
  await readByOldDecoder(store, messages(8));
  const left = damagePayload(directory, 2);
  const asked: number[] = [];
  const watched = storeWith(store, {
    takeUndecoded: async (limit, newest) => {
      const taken = await store.takeUndecoded(limit, newest);
      asked.push(...taken.map(({ payload }) => payload));
      return taken;
    },
  });
  const { clock, rereading } = newProcess(watched);
  rereading.start();
  await clock.advance(LONG);
  expect({
    titles: await titles(store),
    ...{ asked, progress: rereading.progress(), stale: await store.staleCount({ 'hmrc-cds': 2 }) },
    left: storedBody(directory, 2),
  }).toEqual({
    titles: messages(8).map((id) => (id === 'M1' ? 'M1 0 v1' : `${id} 0 v2`)),
    ...{ asked: [1, 2, 3, 4, 5, 6, 7, 8], progress: null, stale: 0 },
    left,
  });
});

it('keeps them also where the process is killed before that is written down', async () => {
  const { store, directory } = await temporaryStore();
  await readByOldDecoder(store, messages(3));
  damagePayload(directory, 1);
  const killed = storeWith(store, { keepFacts: () => new Promise(() => undefined) });
  for (const process of [newProcess(killed), newProcess(killed), newProcess(store)]) {
    process.rereading.start();
    await process.clock.advance(LONG);
  }
  expect([await titles(store), await store.staleCount({ 'hmrc-cds': 2 })]).toEqual([
    ['M0 0 v1', 'M1 0 v2', 'M2 0 v2'],
    0,
  ]);
});

it.each([
  ['in form', Uint8Array.from([1, 2, 3])],
  ['in what they say', pack(new TextEncoder().encode('{"mrn":'))],
])('replaces facts that are damaged %s, with the references they were found by', async (_, body) => {
  const { store, directory } = await temporaryStore();
  await readByOldDecoder(store, messages(3));
  onArchive(directory, (sql) => {
    sql.run('UPDATE facts SET body = ? WHERE seq = 2', body);
    sql.run(`INSERT INTO reference (value, seq, kind) VALUES ('stale', 2, 'mrn')`);
  });
  expect(await store.check()).toEqual([{ what: 'facts', detail: '2 cannot be read' }]);
  const { clock, rereading } = newProcess(store);
  rereading.start();
  await clock.advance(LONG);
  expect({
    ...{ titles: await titles(store), stale: await store.linked(['stale'], 9) },
    ...{ found: await store.linked(['26GBM10'], 9), faults: await store.check() },
  }).toEqual({
    ...{ titles: messages(3).map((id) => `${id} 0 v2`), stale: [] },
    ...{ found: ['2'], faults: [] },
  });
});

it('gives up only the message that kills every process that reads it', async () => {
  const { store } = await temporaryStore();
  await readByOldDecoder(store, messages(12));
  // The process stands still for good where it would have died.
  const poison = storeWith(store, {
    putFacts: (decoded) =>
      decoded.some(({ parts }) => parts[0]?.facts.title.startsWith('M7 '))
        ? new Promise(() => undefined)
        : store.putFacts(decoded),
  });
  for (let process = 0; process < 6; process += 1) {
    const { clock, rereading } = newProcess(poison);
    rereading.start();
    await clock.advance(LONG);
  }
  expect(await titles(store)).toEqual(messages(12).map((id) => (id === 'M7' ? 'M7 0 v1' : `${id} 0 v2`)));
});

it('waits while the disk is full, without taking that for a death', async () => {
  const { store } = await temporaryStore();
  await readByOldDecoder(store, messages(8));
  let isFull = true;
  const full = storeWith(store, {
    putFacts: async (decoded) => {
      if (isFull) throw new StoreError('store-full', 'no space is left');
      return store.putFacts(decoded);
    },
  });
  const { clock, rereading } = newProcess(full);
  rereading.start();
  await clock.advance(LONG);
  expect({ progress: rereading.progress(), titles: await titles(store) }).toEqual({
    progress: { done: 0, total: 8 },
    titles: messages(8).map((id) => `${id} 0 v1`),
  });
  isFull = false;
  await clock.advance(LONG);
  expect({ progress: rereading.progress(), titles: await titles(store) }).toEqual({
    progress: null,
    titles: messages(8).map((id) => `${id} 0 v2`),
  });
});

it('ends at once when asked to, and goes on from there in the next process', async () => {
  const { store } = await temporaryStore();
  await readByOldDecoder(store, messages(40));
  const first = newProcess(store);
  first.rereading.start();
  await first.clock.advance(14);
  await first.rereading.stop();
  expect(await store.staleCount({ 'hmrc-cds': 2 })).toBe(34);

  const second = newProcess(store);
  second.rereading.start();
  await second.clock.advance(5);
  expect(second.rereading.progress()).toEqual({ done: 1, total: 34 });
  await second.clock.advance(LONG);
  expect(await titles(store)).toEqual(messages(40).map((id) => `${id} 0 v2`));
});

it('asks after each batch for what rests on it, again where that failed', async () => {
  const { store } = await temporaryStore();
  await readByOldDecoder(store, messages(6));
  const asked: number[] = [];
  const { clock, rereading } = newProcess(store, new Map(), {
    onBatch: async () => {
      asked.push(rereading.progress()?.done ?? -1);
      if (asked.length === 1) throw new StoreError('store-locked', 'another program holds it');
    },
  });
  rereading.start();
  await clock.advance(LONG);
  expect(asked).toEqual([1, 1, 6]);
});

it('goes on when an account is removed under it', async () => {
  const { store } = await temporaryStore();
  await readByOldDecoder(store, messages(20));
  let taken = 0;
  const removed = storeWith(store, {
    takeUndecoded: async (limit, newest) => {
      const batch = await store.takeUndecoded(limit, newest);
      if (newest !== undefined && (taken += 1) === 2) await store.forgetAccount('cds');
      return batch;
    },
  });
  const { clock, rereading } = newProcess(removed);
  rereading.start();
  await clock.advance(LONG);
  expect({ progress: rereading.progress(), titles: await titles(store) }).toEqual({
    progress: null,
    titles: [],
  });
});

it('sizes a batch by what the machine manages in a few milliseconds', () => {
  expect([
    nextSize(1, 0.5),
    nextSize(10, 1),
    nextSize(40, 1),
    nextSize(10, 3),
    nextSize(20, 9),
    nextSize(5, 50),
  ]).toEqual([5, 20, 50, 10, 10, 5]);
});
