import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrive, arriveMany, partWith } from '../../../test/support/store-builders.ts';
import { temporaryStore } from '../../../test/support/store-temporary.ts';
import type { Facts } from '../../../shared/notification.ts';
import { StoreError, type InboxStore } from '../store/store.ts';
import { createThreadKeeper } from './thread-keeper.ts';

const MRN = '26GB1CR4DVQ71TAAR5';

interface Sent {
  readonly id: string;
  readonly mrn?: string | null;
  readonly lrn?: string | null;
  readonly conversation?: string | null;
  readonly facts?: Partial<Facts>;
}

/** Keeps and decodes one message, with its links as a decoder lists them. */
function receive(store: InboxStore, { id, mrn = null, lrn = null, conversation = null, facts }: Sent) {
  const links = Object.entries({ mrn, lrn, conversation });
  return arrive(store, {
    remoteId: id,
    facts: {
      ...{ type: 'DMSRCV', functionCode: '02', attention: 'info', messageId: id },
      ...{ mrn, lrn, conversationId: conversation, issuedAt: '2026-11-22T09:00:00.000Z' },
      references: links.flatMap(([kind, value]) => (value === null ? [] : [{ kind, value }])),
      ...facts,
    },
  });
}

/** The stored threads as groups of the source's ids, and what is left to do. */
async function stored(store: InboxStore) {
  const { rows } = await store.pageThreads({}, null, 500);
  const groups = await Promise.all(
    rows.map(async ({ thread }) => {
      const members = await store.linkedNotifications(thread?.members ?? []);
      return members
        .map(({ remoteId }) => remoteId)
        .sort()
        .join(' ');
    }),
  );
  return { groups: groups.sort(), todo: await store.threadsToDo(10) };
}

describe('the thread keeper', () => {
  it('keeps what belongs together, with its status and what is expected of it', async () => {
    const { store } = await temporaryStore();
    const keeper = createThreadKeeper(store);
    await receive(store, { id: 'a', mrn: MRN });
    await receive(store, { id: 'b', mrn: MRN, facts: { functionCode: '09', type: 'DMSCLE' } });
    await receive(store, { id: 'c', mrn: '26GB8WQ1L0D7YHRAA8' });
    await keeper.run();
    const { rows } = await store.pageThreads({}, null, 10);
    const waits = await store.overdue('cds', { registration: Date.parse('2026-11-22T09:00:00.000Z') }, 10);
    expect([
      rows.map(({ thread }) => [thread?.mrn, thread?.status?.code, thread?.trade, thread?.members.length]),
      waits.map(({ mrn, rule }) => [mrn, rule]),
      (await stored(store)).todo,
    ]).toEqual([
      [
        ['26GB8WQ1L0D7YHRAA8', 'registered', 'export', 1],
        [MRN, 'cleared', 'import', 2],
      ],
      [['26GB8WQ1L0D7YHRAA8', 'registration']],
      [],
    ]);
  });

  it('joins late, and parts again what a later message shows to be of two declarations', async () => {
    const { store } = await temporaryStore();
    const keeper = createThreadKeeper(store);
    const groups: string[][] = [];
    const then = async (sent: Sent) => {
      await receive(store, sent);
      await keeper.run();
      groups.push((await stored(store)).groups);
    };
    await then({ id: 'a', lrn: 'L' });
    await then({ id: 'b', mrn: MRN, conversation: 'c1' });
    await then({ id: 'c', mrn: MRN, lrn: 'L' });
    await then({ id: 'd', mrn: '26GB8WQ1L0D7YHRAA8', lrn: 'L' });
    expect(groups).toEqual([['a'], ['a', 'b'], ['a b c'], ['a', 'b c', 'd']]);
  });

  it('has the same threads whatever came first and however often it ran in between', async () => {
    const few = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: null });
    const message = fc.record({
      mrn: few('A', 'B'),
      lrn: few('K', 'L', 'M'),
      conversation: few('1', '2', '3'),
    });
    const messages = fc
      .array(message, { minLength: 1, maxLength: 6 })
      .map((all) => all.map((one, place) => ({ ...one, id: String(place) })));
    const arrivals = messages.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async ([tidy, shuffled, runs]) => {
        const one = await kept(tidy, () => false);
        const other = await kept(shuffled, (place) => runs[place] === true);
        expect(other).toEqual(one);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  async function kept(messages: readonly Sent[], runsAfter: (place: number) => boolean) {
    const { store } = await temporaryStore();
    const keeper = createThreadKeeper(store);
    for (const [place, sent] of messages.entries()) {
      await receive(store, sent);
      if (runsAfter(place)) await keeper.run();
    }
    await keeper.run();
    const found = await stored(store);
    await store.close();
    return found;
  }

  it('ends although more share a reference than a thread holds', async () => {
    const { store } = await temporaryStore();
    const keeper = createThreadKeeper(store);
    const ids = Array.from({ length: 503 }, (_, place) => `m${place}`);
    await arriveMany(store, ids, (messageId) =>
      partWith({ messageId, mrn: MRN, references: [{ kind: 'mrn', value: MRN }] }),
    );
    await keeper.run();
    const { rows } = await store.pageThreads({}, null, 10);
    expect([rows.map(({ thread }) => thread?.members.length), (await stored(store)).todo]).toEqual([
      [500, 1, 1, 1],
      [],
    ]);
  });

  it('goes on where a failing store left it', async () => {
    const { store } = await temporaryStore();
    await receive(store, { id: 'a', mrn: MRN });
    await receive(store, { id: 'b', mrn: MRN });
    let isFull = true;
    const keeper = createThreadKeeper({
      ...store,
      putThreads: (threads) =>
        isFull ? Promise.reject(new StoreError('store-full', 'by a test')) : store.putThreads(threads),
    });
    await expect(keeper.run()).rejects.toThrow('store-full');
    isFull = false;
    await keeper.run();
    expect(await stored(store)).toEqual({ groups: ['a b'], todo: [] });
  });
});
