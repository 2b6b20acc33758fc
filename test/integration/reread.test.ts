import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { createIntake } from '../../electron/engine/inbox/intake.ts';
import { createRereading, type SourceReader } from '../../electron/engine/inbox/reread.ts';
import { readerOf } from '../../electron/engine/reader.ts';
import { sources } from '../../electron/engine/sources/registry.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { systemClock } from '../../electron/engine/time/clock.ts';
import { benchMessage } from '../bench/messages.ts';
import { allRows, storeWith } from '../support/rereading-world.ts';
import { payloadWith } from '../support/store-builders.ts';
import { temporaryStore } from '../support/store-temporary.ts';

const MESSAGES = Number(process.env['QUAYSIDE_REREAD_MESSAGES'] ?? 400);

const reader = readerOf(sources);

/** The decoder of the version before, which knew titles and little else. */
const lastReader: SourceReader = {
  sources: reader.sources,
  version: (source) => reader.version(source) - 1,
  read: (payload) =>
    reader.read(payload).map(({ facts }) => ({
      facts: { ...facts, title: `was: ${facts.title}`, errors: [], payments: [] },
      searchText: '',
    })),
};

it('reads an archive again with the real decoder while the engine goes on answering', async () => {
  const { store } = await temporaryStore();
  await fill(store);
  const acknowledged = (await allRows(store)).filter((_, index) => index % 3 === 0).map((row) => row.id);
  await store.acknowledge({ ids: acknowledged }, 'jo', 5000, 6000, () => false);

  const startedAt = systemClock.uptime();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const turns = await rereadAll(store);
  delay.disable();

  const rows = await allRows(store);
  expect({
    old: rows.filter((row) => row.title.startsWith('was: ')).length,
    acknowledged: rows.filter((row) => row.state === 'acknowledged').map((row) => row.id),
    stale: await store.staleCount({ 'hmrc-cds': reader.version('hmrc-cds') }),
    found: (await store.page({ search: 'unlikely' }, null, 1)).rows.length,
  }).toEqual({ old: 0, acknowledged, stale: 0, found: 1 });

  // Other work had its turn between any two batches, none of which was large.
  expect(new Set(turns).size).toBe(turns.length);
  expect(turns.length).toBeGreaterThanOrEqual(MESSAGES / 50);
  if (process.env['QUAYSIDE_FIGURES'] === undefined) return;
  console.info({
    messages: MESSAGES,
    seconds: (systemClock.uptime() - startedAt) / 1000,
    longestBlockMs: delay.max / 1e6,
    p99Ms: delay.percentile(99) / 1e6,
  });
}, 120_000);

async function fill(store: InboxStore): Promise<void> {
  const account = { id: 'cds', source: 'hmrc-cds' } as const;
  const intake = createIntake(store, lastReader);
  for (let from = 0; from < MESSAGES; from += 100) {
    const batch = Array.from({ length: Math.min(100, MESSAGES - from) }, (_, index) =>
      payloadWith(`message-${from + index}`, { bytes: benchMessage(from + index), upstream: null }),
    );
    await store.keep(account, batch, undefined, 1000 + from);
    await intake.drain();
  }
}

/** Rereads all; in which turn of the event loop each batch was taken. */
async function rereadAll(store: InboxStore): Promise<readonly number[]> {
  const taken: number[] = [];
  let turn = 0;
  let isDone = false;
  const count = () => {
    turn += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const watched = storeWith(store, {
    takeUndecoded: (limit, newest) => {
      if (newest !== undefined) taken.push(turn);
      return store.takeUndecoded(limit, newest);
    },
  });
  await new Promise<void>((resolve) => {
    const rereading = createRereading({
      store: watched,
      intake: createIntake(watched, reader),
      reader,
      clock: systemClock,
      onProgress: () => {
        if (rereading.progress() === null) resolve();
      },
      onBatch: async () => undefined,
    });
    rereading.start();
  });
  isDone = true;
  return taken;
}
