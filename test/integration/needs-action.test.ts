import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIntake } from '../../electron/engine/inbox/intake.ts';
import { createThreadKeeper } from '../../electron/engine/inbox/thread-keeper.ts';
import { readerOf } from '../../electron/engine/reader.ts';
import { sources } from '../../electron/engine/sources/registry.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import type { Facts } from '../../shared/notification.ts';
import { cdsMessage, type DmsMessage } from '../simulators/cds/messages.ts';
import { arrive, partWith, payloadWith } from '../support/store-builders.ts';
import { openedStore, temporaryStore } from '../support/store-temporary.ts';

const MRN = '26GB1CR4DVQ71TAAR5';
const START = Date.UTC(2026, 10, 22, 9);

/** Keeps messages of these function codes, a minute apart, reads them and works their threads out. */
async function receive(store: InboxStore, messages: readonly Partial<DmsMessage>[]): Promise<void> {
  const payloads = messages.map((message, place) =>
    payloadWith(`r${place}`, {
      bytes: new TextEncoder().encode(
        cdsMessage({
          ...{ functionCode: '01', mrn: MRN, messageId: (place + 1).toString(16).padStart(32, '0') },
          issuedAt: START + place * 60_000,
          ...message,
        }),
      ),
      envelope: {},
    }),
  );
  await store.keep({ id: 'cds', source: 'hmrc-cds' }, payloads, undefined, START);
  await createIntake(store, readerOf(sources)).drain();
  await createThreadKeeper(store).run();
}

/** What both forms of the view say: their counts, and the notifications that they list. */
async function needed(store: InboxStore) {
  const filter = { needsAction: true } as const;
  const [page, threads] = [await store.page(filter, null, 500), await store.pageThreads(filter, null, 500)];
  return {
    counts: [(await store.counts()).needsAction, (await store.threadCounts()).counts.needsAction],
    totals: [page.total, threads.total],
    listed: page.rows.map(({ id }) => id),
    threads: threads.rows.map(({ thread }) => thread?.members),
  };
}

const NOBODY = { counts: [0, 0], totals: [0, 0], listed: [], threads: [] };

describe('what needs action', () => {
  it('is nothing of declarations that a later message has settled', async () => {
    const { store } = await temporaryStore();
    const lives = Array.from(
      { length: 40 },
      (_, place) => `26GB1CR4DVQ7${String(place).padStart(2, '0')}AAR5`,
    );
    await receive(
      store,
      lives.flatMap((mrn) => ['01', '05', '06', '09'].map((functionCode) => ({ functionCode, mrn }))),
    );
    const { rows } = await store.page({ attention: ['act'] }, null, 500);
    expect([
      await needed(store),
      rows.length,
      rows.every(({ settled }) => settled),
      await store.check(),
    ]).toEqual([NOBODY, 80, true, []]);
  });

  it('is what is still open of one, in both forms, until a person has acknowledged it', async () => {
    const { store } = await temporaryStore();
    await receive(store, [
      { functionCode: '05' },
      { functionCode: '06' },
      { functionCode: '02', mrn: '26GB8WQ1L0D7YHRAA8' },
    ]);
    const open = await needed(store);
    await store.acknowledge({ ids: ['1'] }, 'jo', 1, 1, () => false);
    const left = await needed(store);
    const { change } = await store.acknowledge({ filter: { needsAction: true } }, 'jo', 1, 1, () => false);
    const done = await needed(store);
    await store.undo(change ?? '', 'jo', 1);
    expect([open, left, done, await needed(store)]).toEqual([
      { counts: [2, 1], totals: [2, 1], listed: ['2', '1'], threads: [['2', '1']] },
      { counts: [1, 1], totals: [1, 1], listed: ['2'], threads: [['2', '1']] },
      NOBODY,
      { counts: [1, 1], totals: [1, 1], listed: ['2'], threads: [['2', '1']] },
    ]);
  });

  it('is a message that has only just come, until its thread says otherwise', async () => {
    const { store } = await temporaryStore();
    await receive(store, [{ functionCode: '09' }]);
    const late = {
      functionCode: '05',
      messageId: 'late',
      mrn: MRN,
      issuedAt: new Date(START - 1000).toISOString(),
    };
    await arrive(store, { remoteId: 'late', facts: late });
    const before = await needed(store);
    await createThreadKeeper(store).run();
    expect([before.listed, await needed(store)]).toEqual([['2'], NOBODY]);
  });

  it('follows what a newer decoder reads', async () => {
    const { store } = await temporaryStore();
    await arrive(store, { remoteId: '1', facts: { attention: 'info' } });
    await createThreadKeeper(store).run();
    await store.putFacts([{ payload: 1, parts: [partWith({ attention: 'act' })], decoderVersion: 2 }]);
    const read = (await needed(store)).counts;
    await store.putFacts([{ payload: 1, parts: [partWith({ attention: 'watch' })], decoderVersion: 3 }]);
    expect([read, await needed(store), await store.check()]).toEqual([[1, 1], NOBODY, []]);
  });

  it('is the same for any order of arrival, and for a process that ended half way', async () => {
    const codes = ['01', '05', '06', '51', '09', '18'];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(codes, { minLength: codes.length }),
        fc.integer({ min: 1, max: codes.length }),
        async (order, half) => {
          const { store, directory } = await temporaryStore();
          const facts = (code: string): Partial<Facts> => ({
            ...{ functionCode: code, mrn: MRN, messageId: code },
            attention: ['05', '06', '51', '18'].includes(code) ? 'act' : 'info',
            issuedAt: new Date(START + codes.indexOf(code) * 60_000).toISOString(),
          });
          for (const [place, code] of order.entries()) {
            await arrive(store, { remoteId: code, facts: facts(code) });
            if (place + 1 === half) await createThreadKeeper(store).run();
          }
          // As after a kill: what was not worked out is still to do.
          await store.close();
          const again = await openedStore(directory);
          await createThreadKeeper(again).run();
          const { rows } = await again.page({ needsAction: true }, null, 10);
          expect([rows.map(({ functionCode }) => functionCode), (await needed(again)).counts]).toEqual([
            ['18'],
            [1, 1],
          ]);
        },
      ),
      { numRuns: 15 },
    );
  });
});
