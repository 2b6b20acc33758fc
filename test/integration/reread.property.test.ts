import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NotificationDetail } from '../../shared/notification.ts';
import { StoreError, type InboxStore } from '../../electron/engine/store/store.ts';
import {
  allRows,
  decoder,
  keepMessages,
  messages,
  newProcess,
  readByOldDecoder,
  storeWith,
  type Reading,
} from '../support/rereading-world.ts';
import { temporaryStore } from '../support/store-temporary.ts';

const RUNS = Number(process.env['QUAYSIDE_REREAD_RUNS'] ?? 25);
const LONG = 3_600_000;

const parts = fc.array(fc.constantFrom('act' as const, 'watch' as const, 'info' as const), {
  minLength: 1,
  maxLength: 3,
});
const reading: fc.Arbitrary<Reading> = fc.record({
  old: parts,
  new: fc.oneof({ weight: 9, arbitrary: parts }, { weight: 1, arbitrary: fc.constant('fault' as const) }),
});
/** Which rows a person acknowledges, by their place, and how many batches of re-reading go before. */
const triage = fc.array(fc.record({ rows: fc.array(fc.nat(60), { maxLength: 8 }), afterMs: fc.nat(80) }), {
  maxLength: 4,
});

/** A message that ends more processes than this is given up, and rightly. */
const MOST_DEATHS = 3;
const fates = fc
  .array(fc.constantFrom('ok' as const, 'full' as const, 'killed' as const), { maxLength: 12 })
  .filter((several) => several.filter((fate) => fate === 'killed').length <= MOST_DEATHS);

it('changes the facts and nothing that a person did, whatever happens on the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(reading, { minLength: 1, maxLength: 40 }),
      triage,
      fates,
      fc.nat(5),
      async (readings, acts, fate, late) => {
        const ids = messages(readings.length);
        const byMessage = new Map(ids.map((id, index) => [id, readings[index]!]));
        const { store } = await temporaryStore();
        await readByOldDecoder(store, ids, byMessage);

        const life = livesOf(store, [...fate], byMessage);
        await keepMessages(store, messages(late, 1000));
        const told = await life.drain();
        const stands = new Map<string, NotificationDetail>();
        for (const act of acts) {
          await life.run(act.afterMs);
          await acknowledgeSome(store, act.rows);
          for (const detail of await details(store)) stands.set(detail.id, detail);
        }
        while ((await store.staleCount({ 'hmrc-cds': 2 })) > 0 || life.progress() !== null)
          await life.run(LONG);
        told.push(...(await life.drain()));

        const fresh = messages(late, 1000).map((id) => `${id} 0 v2`);
        const rows = await details(store);
        expect(rows.map((row) => row.title).sort()).toEqual([...expectedTitles(byMessage), ...fresh].sort());
        // A process that dies between reading and telling takes the telling with it.
        expect(told).toEqual(life.deaths() === 0 ? fresh : fresh.filter((title) => told.includes(title)));
        for (const row of rows) {
          const before = stands.get(row.id);
          if (before === undefined) continue;
          const { id, state, history, remoteId, receivedAt, upstream } = row;
          expect({ id, state, history, remoteId, receivedAt, upstream }).toEqual({
            id,
            state: before.state,
            history: before.history,
            remoteId: before.remoteId,
            receivedAt: before.receivedAt,
            upstream: before.upstream,
          });
        }
        const due = rows.filter((row) => row.attention === 'act' && row.state === 'new').map((row) => row.id);
        expect((await store.unalerted('cds', 500)).map((row) => row.id)).toEqual(due);
        expect({ faults: await store.check(), progress: life.progress() }).toEqual({
          faults: [],
          progress: null,
        });
      },
    ),
    { numRuns: RUNS },
  );
}, 120_000);

/** As titled by the decoder that is to have the last word on each. */
const expectedTitles = (readings: ReadonlyMap<string, Reading>): string[] =>
  [...readings].flatMap(([id, one]) => {
    const version = one.new === 'fault' ? 1 : 2;
    const bytes = new TextEncoder().encode(`<message>${id}</message>`);
    const payload = { bytes } as Parameters<ReturnType<typeof decoder>['read']>[0];
    return decoder(version, readings)
      .read(payload)
      .map(({ facts }) => facts.title);
  });

async function acknowledgeSome(store: InboxStore, places: readonly number[]): Promise<void> {
  const rows = await allRows(store);
  const ids = [...new Set(places.flatMap((place) => rows[place]?.id ?? []))];
  if (ids.length > 0) await store.acknowledge({ ids }, 'jo', 5000, 6000, () => true);
}

async function details(store: InboxStore): Promise<NotificationDetail[]> {
  const rows = await allRows(store);
  const found = await Promise.all(rows.map((row) => store.notification(row.id)));
  return found.filter((detail) => detail !== null);
}

/** Processes over one store, one after the other: a write may meet a full disk or end the process that asked for it. */
function livesOf(
  store: InboxStore,
  fates: ('ok' | 'full' | 'killed')[],
  readings: ReadonlyMap<string, Reading>,
) {
  let deaths = 0;
  let life = begin();

  function begin() {
    let die = () => {};
    const death = new Promise<null>((resolve) => (die = () => resolve(null)));
    const mortal = storeWith(store, {
      putFacts: async (decoded) => {
        const fate = fates.shift() ?? 'ok';
        if (fate === 'full') throw new StoreError('store-full', 'no space is left');
        if (fate === 'ok') return store.putFacts(decoded);
        deaths += 1;
        die();
        return new Promise(() => undefined);
      },
    });
    const process = newProcess(mortal, readings);
    process.rereading.start();
    return { ...process, death };
  }

  const unlessDead = async <T>(act: Promise<T>): Promise<T | null> => {
    const { death } = life;
    const done = await Promise.race([act, death]);
    if (done === null) life = begin();
    return done;
  };

  return {
    deaths: () => deaths,
    progress: () => life.rereading.progress(),
    run: async (ms: number) => {
      await life.clock.advance(ms);
      await unlessDead(new Promise((resolve) => setImmediate(resolve, true)));
    },
    /** What drains tell, asked until the disk has room. */
    drain: async (): Promise<string[]> => {
      for (;;) {
        try {
          const rows = await unlessDead(life.intake.drain());
          if (rows !== null) return rows.map((row) => row.title);
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
        }
      }
    },
  };
}
