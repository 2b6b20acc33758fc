import { expect, it } from 'vitest';
import { createThreadKeeper } from '../../electron/engine/inbox/thread-keeper.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import type { Facts } from '../../shared/notification.ts';
import { arrive, partWith } from '../support/store-builders.ts';
import { openedStore, temporaryFolder } from '../support/store-temporary.ts';

const MRN = '26GB1CR4DVQ71TAAR5';

const control: Partial<Facts> = {
  ...{ functionCode: '05', attention: 'act', mrn: MRN, messageId: 'm5' },
  issuedAt: '2026-11-22T09:00:00.000Z',
};
const clearance: Partial<Facts> = {
  ...{ functionCode: '09', attention: 'info', mrn: MRN, messageId: 'm9' },
  issuedAt: '2026-11-22T09:01:00.000Z',
};

/** Two processes over one archive, each with its own connection. */
async function twoProcesses() {
  const folder = temporaryFolder();
  return [await openedStore(folder), await openedStore(folder)] as const;
}

/** The store as a process has it that is held up just before its first write of threads. */
function heldUp(store: InboxStore, meanwhile: () => Promise<unknown>): Pick<InboxStore, KeeperCall> {
  let isHeld = false;
  return {
    linked: (values, limit) => store.linked(values, limit),
    linkedNotifications: (ids) => store.linkedNotifications(ids),
    threadClock: () => store.threadClock(),
    threadsToDo: (limit) => store.threadsToDo(limit),
    putThreads: async (records, asOf) => {
      if (!isHeld) {
        isHeld = true;
        await meanwhile();
      }
      await store.putThreads(records, asOf);
    },
  };
}
type KeeperCall = 'linked' | 'linkedNotifications' | 'threadClock' | 'threadsToDo' | 'putThreads';

const standing = async (store: InboxStore) => {
  const { rows } = await store.pageThreads({}, null, 10);
  return {
    threads: rows.map(({ thread }) => [thread?.members.join(' '), thread?.status?.code, thread?.attention]),
    needsAction: [(await store.counts()).needsAction, (await store.threadCounts()).counts.needsAction],
    todo: await store.threadsToDo(10),
    faults: await store.check(),
  };
};

const CLEARED = {
  threads: [['2 1', 'cleared', 'info']],
  needsAction: [0, 0],
  todo: [],
  faults: [],
};

it('is not undone by a process that had read its messages before another one worked it out', async () => {
  const [one, other] = await twoProcesses();
  await arrive(one, { remoteId: '1', facts: control });
  const keeper = createThreadKeeper(
    heldUp(one, async () => {
      await arrive(other, { remoteId: '2', facts: clearance });
      await createThreadKeeper(other).run();
    }),
  );
  await keeper.run();
  expect(await standing(one)).toEqual(CLEARED);
});

it('is worked out again where another process has read a message anew since', async () => {
  const [one, other] = await twoProcesses();
  await arrive(one, { remoteId: '1', facts: control });
  await arrive(one, { remoteId: '2', facts: { ...clearance, functionCode: '01' } });
  const anew = () => other.putFacts([{ payload: 2, parts: [partWith(clearance)], decoderVersion: 2 }]);
  await createThreadKeeper(heldUp(one, anew)).run();
  expect(await standing(other)).toEqual(CLEARED);
});

it('is not written from old facts over what another process has worked out from new ones', async () => {
  const [one, other] = await twoProcesses();
  await arrive(one, { remoteId: '1', facts: control });
  await arrive(one, { remoteId: '2', facts: { ...clearance, functionCode: '01' } });
  const keeper = createThreadKeeper(
    heldUp(one, async () => {
      await other.putFacts([{ payload: 2, parts: [partWith(clearance)], decoderVersion: 2 }]);
      await createThreadKeeper(other).run();
    }),
  );
  await keeper.run();
  expect(await standing(one)).toEqual(CLEARED);
});

it('is right when both work on everything at once', async () => {
  const [one, other] = await twoProcesses();
  for (let place = 0; place < 30; place += 1) {
    const store = place % 2 === 0 ? one : other;
    const mrn = `26GB1CR4DVQ7${String(place >> 1).padStart(2, '0')}AAR5`;
    const facts = place % 2 === 0 ? control : clearance;
    await arrive(store, { remoteId: String(place), facts: { ...facts, mrn, messageId: `m${place}` } });
  }
  await Promise.all([createThreadKeeper(one).run(), createThreadKeeper(other).run()]);
  const { threads, ...rest } = await standing(one);
  expect([threads.every(([, code]) => code === 'cleared'), rest]).toEqual([
    true,
    { needsAction: [0, 0], todo: [], faults: [] },
  ]);
});
