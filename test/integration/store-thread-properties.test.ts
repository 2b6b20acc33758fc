import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ListRow } from '../../shared/engine-api.ts';
import type { Filter } from '../../shared/filter.ts';
import { NEWEST } from '../../electron/engine/store/sqlite/cursor.ts';
import { findThreads } from '../../electron/engine/store/sqlite/find-threads.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { filter, instant, steps } from '../support/store-arbitraries.ts';
import { shownBy } from '../support/store-model.ts';
import { inStore, lastId } from '../support/store-property.ts';
import { StoreWorld } from '../support/store-world.ts';

const RUNS = Number(process.env['QUAYSIDE_STORE_RUNS'] ?? 60);

const threadFilter: fc.Arbitrary<Filter> = fc
  .tuple(filter, fc.constantFrom({}, {}, {}, { quiet: true as const }), fc.option(instant))
  .map(([known, quiet, until]) => ({ ...known, ...quiet, ...(until === null ? {} : { until }) }));

async function everyPage(store: InboxStore, filter: Filter, limit: number): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  for (let after: string | null = null; ;) {
    const page = await store.pageThreads(filter, after, limit);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

/** So little that every way of finding is taken, even in a small archive. */
const IMPATIENT = { matches: 10_000, few: 0, patience: 2, chunk: 1 };

it('shows every thread once, in its place, as all its notifications make it, whatever was done before', async () => {
  const input = [steps, fc.array(threadFilter, { minLength: 5, maxLength: 9 })] as const;
  await fc.assert(
    fc.asyncProperty(
      ...input,
      fc.integer({ min: 1, max: 4 }),
      lastId,
      async (steps, filters, limit, last) => {
        await inStore(last, async ({ store, sql }) => {
          const world = new StoreWorld(store);
          for (const one of steps) await world.take(one);
          const byId = new Map((await store.page({}, null, 500)).rows.map((row) => [row.id, row]));
          for (const filter of filters) {
            const shown = world.threads.shown(filter);
            const expected = shown.map(({ id, thread }) => ({ ...byId.get(id), thread }));
            const { total, totalIsCapped } = await store.pageThreads(filter, null, limit);
            expect({ filter, paged: await everyPage(store, filter, limit), total, totalIsCapped }).toEqual({
              ...{ filter, paged: expected, total: shown.length, totalIsCapped: false },
            });
            const below = Number(shown[0]?.id ?? NEWEST);
            expect(findThreads(sql, filter, below, limit, IMPATIENT).places.map(String)).toEqual(
              shown.slice(1, limit + 1).map(({ id }) => id),
            );
          }
          const quiet = world.threads.quietRows();
          for (const filter of filters) {
            expect(
              (await store.page({ ...filter, quiet: true }, null, 500)).rows.map(({ id }) => id),
            ).toEqual(shownBy(quiet, filter).map(({ id }) => id));
          }
          expect(await store.threadCounts()).toStrictEqual(world.threads.counts());
          expect(await store.threadsToDo(1000)).toEqual(
            [...world.threads.todo].map(({ id }) => id).sort((a, b) => Number(a) - Number(b)),
          );
          for (const account of ['a', 'b']) {
            const waits = await store.overdue(account, { exit: 1 }, 100);
            expect(
              waits.map(({ rule, at, notification }) => ({ rule, at, newest: notification.id })),
            ).toEqual(world.threads.overdue(account, 'exit', 1));
          }
          expect(await store.check()).toEqual([]);
        });
      },
    ),
    { numRuns: RUNS },
  );
}, 120_000);
