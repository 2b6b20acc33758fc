import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Filter } from '../../shared/filter.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { filter, step } from '../support/store-arbitraries.ts';
import { arrive } from '../support/store-builders.ts';
import { needsAction, shownBy } from '../support/store-model.ts';
import { inStore, lastId } from '../support/store-property.ts';
import { StoreWorld } from '../support/store-world.ts';

const RUNS = Number(process.env['QUAYSIDE_STORE_RUNS'] ?? 60);

const tally = <T>(values: readonly T[]) =>
  [...new Set(values)]
    .map((value) => ({ value, count: values.filter((other) => other === value).length }))
    .sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));

async function everyPage(store: InboxStore, filter: Filter, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await store.page(filter, after, limit);
    ids.push(...page.rows.map((row) => row.id));
    if (page.next === null) return ids;
    after = page.next;
  }
}

async function streamed(store: InboxStore, filter: Filter): Promise<string[]> {
  const ids: string[] = [];
  for await (const { row } of store.stream(filter)) ids.push(row.id);
  return ids;
}

it('shows and counts exactly what looking at each row would, whatever was done before', async () => {
  const input = [
    fc.array(step, { maxLength: 25 }),
    fc.array(filter, { minLength: 4, maxLength: 8 }),
  ] as const;
  await fc.assert(
    fc.asyncProperty(
      ...input,
      fc.integer({ min: 1, max: 4 }),
      lastId,
      async (steps, filters, limit, last) => {
        await inStore(last, async ({ store }) => {
          const world = new StoreWorld(store);
          for (const one of steps) await world.take(one);
          const { rows } = world;
          for (const filter of filters) {
            const shown = shownBy(rows, filter).map((row) => row.id);
            const { total } = await store.page(filter, null, limit);
            expect({
              paged: await everyPage(store, filter, limit),
              streamed: await streamed(store, filter),
              total,
            }).toEqual({ paged: shown, streamed: shown, total: shown.length });
          }
          expect(await store.facets()).toStrictEqual({
            types: tally(rows.map((row) => row.facts.type)),
            attention: tally(rows.map((row) => row.facts.attention)),
            states: tally(rows.map((row) => row.state)),
            upstream: tally(rows.map((row) => row.upstream)),
            accounts: tally(rows.map((row) => row.account)),
          });
          const fresh = rows.filter((row) => row.state === 'new');
          expect(await store.counts()).toStrictEqual({
            needsAction: fresh.filter(needsAction).length,
            new: fresh.length,
            all: rows.length,
            acknowledged: rows.length - fresh.length,
          });
          expect(await store.check()).toEqual([]);
        });
      },
    ),
    { numRuns: RUNS },
  );
}, 120_000);

it('pages completely while more arrives, and shows nothing twice', async () => {
  const arrivals = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(arrivals, filter, lastId, async (between, filter, last) => {
      await inStore(last, async ({ store }) => {
        let n = 0;
        const arriveSome = async (count: number) => {
          for (let i = 0; i < count; i += 1) {
            await arrive(store, {
              account: n % 2 ? 'a' : 'b',
              remoteId: String((n += 1)),
              now: 5000,
              searchText: 'ab 12',
            });
          }
        };
        await arriveSome(12);
        const before = await everyPage(store, filter, 100);
        const seen: string[] = [];
        let after: string | null = null;
        for (let turn = 0; ; turn += 1) {
          const page = await store.page(filter, after, 2);
          seen.push(...page.rows.map((row) => row.id));
          if (page.next === null) break;
          after = page.next;
          await arriveSome(between[turn % between.length] ?? 0);
        }
        expect(seen).toEqual(before);
      });
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
}, 120_000);
