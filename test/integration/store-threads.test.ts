import { expect, it } from 'vitest';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { arrive, partWith, statusOf, threadOf, threadsOf } from '../support/store-builders.ts';
import { temporaryStore } from '../support/store-temporary.ts';

const minute = (n: number) => new Date(n * 60_000).toISOString();

/** As many notifications, a minute apart, the first one a minute after the epoch. */
async function storeWith(count: number): Promise<InboxStore> {
  const { store } = await temporaryStore();
  for (let n = 1; n <= count; n += 1) await arrive(store, { remoteId: String(n), now: n * 60_000 });
  return store;
}

const quietOf = async (store: InboxStore, id: string) => (await store.quietOf(id)).map(({ rule }) => rule);

it('shows what was not worked out yet as a thread of its own', async () => {
  const { store } = await temporaryStore();
  await arrive(store, { remoteId: '1', facts: { mrn: '26GB1', lrn: 'L-1' } });
  const row = await arrive(store, { remoteId: '2', facts: { attention: 'watch' } });
  const page = await store.pageThreads({}, null, 1);
  const unknown = { status: null, keyFact: null, trade: null, mrn: null, lrn: null };
  const alone = { ...unknown, state: 'new', fresh: 1, quiet: [] };
  expect(page).toEqual({
    rows: [{ ...row, thread: { ...alone, attention: 'watch', members: ['2'] } }],
    next: page.next,
    total: 2,
    totalIsCapped: false,
  });
  expect((await store.pageThreads({}, page.next, 1)).rows[0]?.thread).toEqual({
    ...{ ...alone, attention: 'act', mrn: '26GB1', lrn: 'L-1', members: ['1'] },
  });
});

it('lists what arrived until its thread was worked out, and again when it was read anew', async () => {
  const store = await storeWith(3);
  const arrived = await store.threadsToDo(2);
  await store.putThreads([threadOf(['1', '3'])]);
  const left = await store.threadsToDo(10);
  await store.putFacts([{ payload: 3, parts: [partWith()], decoderVersion: 2 }]);
  expect([arrived, left, await store.threadsToDo(10), await threadsOf(store)]).toEqual([
    ['1', '2'],
    ['2'],
    ['2', '3'],
    ['3 1', '2'],
  ]);
});

it('writes what was worked out on the row of the newest notification', async () => {
  const store = await storeWith(2);
  const known = { status: statusOf('cleared'), mrn: '26GB1', lrn: 'L', trade: 'import' as const };
  await store.putThreads([threadOf(['1', '2'], { ...known, waits: [{ rule: 'exit', at: 60_000 }] })]);
  await store.markQuiet([{ thread: '1', rule: 'exit' }], 120_000);
  const [row, ...others] = (await store.pageThreads({}, null, 10)).rows;
  expect([row?.id, row?.thread, others]).toEqual([
    '2',
    {
      ...known,
      ...{ attention: 'info', keyFact: null, state: 'new' },
      members: ['2', '1'],
      fresh: 2,
      quiet: [{ rule: 'exit', at: minute(1), noticedAt: minute(2) }],
    },
    [],
  ]);
});

it('merges threads that turn out to be one, and takes apart what is not', async () => {
  const store = await storeWith(5);
  await store.putThreads([threadOf(['1', '2', '3']), threadOf(['4', '5'])]);
  await store.putThreads([threadOf(['3', '4', '5'])]);
  const merged = { threads: await threadsOf(store), todo: await store.threadsToDo(10) };
  await store.putThreads([threadOf(['5']), threadOf(['1', '2']), threadOf(['3', '4'])]);
  expect([merged, await threadsOf(store), await store.threadsToDo(10), await store.check()]).toEqual([
    { threads: ['5 4 3', '2', '1'], todo: ['1', '2'] },
    ['5', '4 3', '2 1'],
    [],
    [],
  ]);
});

it('passes over members that are gone, and a thread of nothing else', async () => {
  const store = await storeWith(1);
  const before = store.revision();
  await store.putThreads([threadOf(['8', '9'])]);
  const quiet = store.revision() - before;
  await store.putThreads([threadOf(['1', '9'])]);
  expect([quiet, store.revision() - before, await threadsOf(store), await store.check()]).toEqual([
    0,
    1,
    ['1'],
    [],
  ]);
});

it('is new as long as one notification is, and follows acknowledging and undoing at once', async () => {
  const store = await storeWith(3);
  await store.putThreads([threadOf(['1', '2'], { attention: 'act', calling: ['1', '2'] })]);
  const state = async () => {
    const { rows } = await store.pageThreads({}, null, 10);
    return rows.map(({ thread }) => `${thread?.state ?? ''} ${String(thread?.fresh)}`);
  };
  const seen = [await state()];
  await store.acknowledge({ ids: ['1'] }, 'jo', 1, 1, () => false);
  seen.push(await state());
  const { change } = await store.acknowledge({ filter: {} }, 'jo', 1, 1, () => false);
  seen.push(await state());
  const counts = [(await store.threadCounts()).counts];
  await store.undo(change ?? '', 'jo', 2);
  seen.push(await state());
  counts.push((await store.threadCounts()).counts);
  expect([seen, counts]).toEqual([
    [
      ['new 1', 'new 2'],
      ['new 1', 'new 1'],
      ['acknowledged 0', 'acknowledged 0'],
      ['new 1', 'new 1'],
    ],
    [
      { needsAction: 0, new: 0, all: 2, acknowledged: 2 },
      { needsAction: 2, new: 2, all: 2, acknowledged: 0 },
    ],
  ]);
});

it('keeps a thread in its place while more of it comes, for whoever asks as of before', async () => {
  const store = await storeWith(4);
  await store.putThreads([threadOf(['1', '4']), threadOf(['2'])]);
  const bearers = async (until?: string) =>
    (await store.pageThreads(until === undefined ? {} : { until }, null, 10)).rows.map(({ id }) => id);
  expect([
    await bearers(),
    await bearers(minute(4)),
    await bearers(minute(2)),
    await bearers(minute(1)),
  ]).toEqual([['4', '3', '2'], ['3', '2', '1'], ['1'], []]);
});

it('keeps its place even where the clock was set back', async () => {
  const { store } = await temporaryStore();
  for (const [remoteId, now] of [
    ['1', 10],
    ['2', 90],
    ['3', 20],
    ['4', 30],
    ['5', 95],
  ] as const)
    await arrive(store, { remoteId, now: now * 60_000 });
  await store.putThreads([threadOf(['1', '2', '3']), threadOf(['4', '5'])]);
  const { rows, total } = await store.pageThreads({ until: minute(60) }, null, 10);
  expect([rows.map(({ id }) => id), total]).toEqual([['4', '3'], 2]);
});

it('filters by what a thread is and by what is in it', async () => {
  const { store } = await temporaryStore();
  await arrive(store, { remoteId: '1', facts: { type: 'DMSREJ', mrn: 'AAA111' } });
  await arrive(store, { remoteId: '2', account: 'other', facts: { type: 'DMSCLE', mrn: 'BBB222' } });
  await arrive(store, { remoteId: '3', facts: { type: 'DMSCLE', lrn: 'LRN-7' }, searchText: 'bananas' });
  await store.putThreads([
    threadOf(['1', '3'], { attention: 'info' }),
    threadOf(['2'], { attention: 'act' }),
  ]);
  const filters = [
    { types: ['DMSREJ'] },
    { types: ['DMSCLE'] },
    { types: ['DMSCLE'], references: ['AAA111'] },
    { accounts: ['other'], attention: ['act' as const] },
    { attention: ['act' as const], search: 'bananas' },
    { search: 'bananas' },
    { states: [] },
  ];
  expect(await Promise.all(filters.map((filter) => threadsOf(store, filter)))).toEqual([
    ...[['3 1'], ['3 1', '2'], [], ['2'], [], ['3 1'], []],
  ]);
});

it('finds who waited too long, once, and of the account asked for', async () => {
  const { store } = await temporaryStore();
  for (const [remoteId, account] of [
    ['1', 'a'],
    ['2', 'b'],
    ['3', 'a'],
  ] as const)
    await arrive(store, { remoteId, account });
  const status = statusOf('accepted');
  const at = (rule: 'clearance' | 'exit', at: number) => ({ rule, at });
  await store.putThreads([
    threadOf(['1', '2'], { status, mrn: 'M', waits: [at('clearance', 500), at('exit', 300)] }),
    threadOf(['3'], { waits: [at('clearance', 400), at('exit', 301)] }),
  ]);
  const due = (account: string, limit = 10) => store.overdue(account, { clearance: 500, exit: 300 }, limit);
  const all = await due('a');
  const [oldest] = await due('a', 1);
  const others = (await due('b')).map(({ thread, rule }) => `${thread} ${rule}`);
  await store.markQuiet([all[0]!, all[2]!], 1000);
  expect([all, oldest?.at, others, (await due('a')).map(({ at }) => at)]).toMatchObject([
    [
      { rule: 'exit', at: 300, notification: { id: '2' }, status, mrn: 'M', lrn: null },
      { rule: 'clearance', at: 400, notification: { id: '3' }, status: null },
      { rule: 'clearance', at: 500, notification: { id: '2' } },
    ],
    300,
    ['1 exit', '1 clearance'],
    [400],
  ]);
});

it('keeps a notice while its wait is the same, through mergers, and forgets it with the wait', async () => {
  const store = await storeWith(3);
  const wait = (at: number) => ({ waits: [{ rule: 'exit' as const, at }] });
  await store.putThreads([
    threadOf(['1'], wait(700)),
    threadOf(['2'], wait(700)),
    threadOf(['3'], wait(100)),
  ]);
  const open = await store.overdue('cds', { exit: 700 }, 10);
  const thread = (id: string) => open.find(({ notification }) => notification.id === id)!;
  await store.markQuiet([thread('2')], 2000);
  await store.markQuiet([thread('1')], 3000);
  await store.putThreads([threadOf(['1', '2', '3'], wait(700))]);
  const merged = await store.quietOf('3');
  const again = await store.overdue('cds', { exit: 700 }, 10);
  await store.putThreads([threadOf(['1', '2', '3'], wait(701))]);
  const changed = [await quietOf(store, '1'), (await store.threadCounts()).quiet];
  await store.putThreads([threadOf(['1', '2', '3'])]);
  expect([merged, again, changed, await store.overdue('cds', { exit: 9999 }, 10)]).toEqual([
    [{ rule: 'exit', at: '1970-01-01T00:00:00.700Z', noticedAt: '1970-01-01T00:00:02.000Z' }],
    [],
    [[], 0],
    [],
  ]);
});

it('lists and counts threads with a notice, whatever of them is acknowledged', async () => {
  const store = await storeWith(3);
  await store.putThreads([
    threadOf(['1', '3'], { waits: [{ rule: 'exit', at: 1 }] }),
    threadOf(['2'], { waits: [{ rule: 'exit', at: 2 }] }),
  ]);
  const seen = async () => [
    await threadsOf(store, { quiet: true }),
    (await store.page({ quiet: true }, null, 10)).rows.map(({ id }) => id),
    (await store.threadCounts()).quiet,
  ];
  const before = await seen();
  await store.markQuiet(await store.overdue('cds', { exit: 1 }, 10), 9);
  const noticed = await seen();
  const { changed } = await store.acknowledge({ filter: { quiet: true } }, 'jo', 1, 1, () => false);
  expect([before, noticed, changed, await seen(), (await store.counts()).new]).toEqual([
    [[], [], 0],
    [['3 1'], ['3', '1'], 1],
    2,
    [['3 1'], ['3', '1'], 1],
    1,
  ]);
});

it('leaves whole threads behind where an account goes, or a newer decoder finds less', async () => {
  const { store } = await temporaryStore();
  await arrive(store, { remoteId: '1', account: 'a' });
  await arrive(store, { remoteId: '2', account: 'b' });
  await store.putFacts([{ payload: 1, parts: [partWith(), partWith()], decoderVersion: 1 }]);
  const waits = [{ rule: 'exit' as const, at: 1 }];
  await store.putThreads([threadOf(['1', '2', '3'], { waits })]);
  await store.putFacts([{ payload: 1, parts: [partWith()], decoderVersion: 2 }]);
  const less = { threads: await threadsOf(store), todo: await store.threadsToDo(10) };
  await store.putThreads([threadOf(['1', '2'], { waits })]);
  await store.forgetAccount('b');
  const without = { threads: await threadsOf(store), todo: await store.threadsToDo(10) };
  await store.forgetAccount('a');
  const counts = (await store.threadCounts()).counts;
  expect([less, without, await threadsOf(store), counts.all, await store.check()]).toEqual([
    { threads: ['2 1'], todo: ['1', '2'] },
    { threads: ['1'], todo: ['1'] },
    [],
    0,
    [],
  ]);
});
