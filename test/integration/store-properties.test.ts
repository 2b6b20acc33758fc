import fc from 'fast-check';
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Filter } from '../../shared/filter.ts';
import type { Facts, UpstreamStatus } from '../../shared/notification.ts';
import { toInstant } from '../../electron/engine/time/clock.ts';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { arrive, factsWith, partWith, payloadWith } from '../support/store-builders.ts';
import { shownBy, type ModelRow } from '../support/store-model.ts';

const RUNS = Number(process.env['QUAYSIDE_STORE_RUNS'] ?? 60);

const account = fc.constantFrom('a', 'b');
const word = fc.constantFrom(
  'ab',
  'abc',
  'a',
  'b1',
  'b12',
  '12',
  '1',
  'é',
  'éa',
  'ea',
  'ab-12',
  '12/ab',
  'zz',
  '%_%',
);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const name = fc.option(fc.stringMatching(/^[ab1É/_-]{3,7}$/), { nil: null });
const facts = fc
  .record({
    type: fc.constantFrom('DMSREJ', 'DMSACC', 'ab12'),
    attention: fc.constantFrom('act', 'watch', 'info'),
    mrn: name,
    lrn: name,
    trader: fc.option(fc.constantFrom('GB1', 'ab'), { nil: null }),
    references: fc.array(fc.record({ kind: fc.constant('x'), value: fc.constantFrom('ab', 'b1/12') }), {
      maxLength: 2,
    }),
  })
  .map((known) => factsWith({ ...known, meaning: '' }));
const upstream = fc.constantFrom<UpstreamStatus[]>('pending', 'failed', 'acknowledged');

const instant = fc.integer({ min: 0, max: 60 }).map((step) => toInstant(step * 1000));
const filter: fc.Arbitrary<Filter> = fc.record(
  {
    states: fc.subarray(['new', 'acknowledged'] as const),
    upstream: fc.subarray(['pending', 'failed', 'acknowledged'] as const),
    attention: fc.subarray(['act', 'watch', 'info'] as const),
    types: fc.subarray(['DMSREJ', 'DMSACC', 'ab12', 'none']),
    accounts: fc.subarray(['a', 'b', 'c']),
    sources: fc.subarray(['hmrc-cds', 'hmrc-ppns'] as const),
    references: fc.subarray(['ab', 'b1/12', 'zz']),
    search: fc.oneof(text, fc.stringMatching(/^[ab1É/_ "*%-]{0,6}$/)),
    since: instant,
    until: instant,
  },
  { requiredKeys: [] },
);

const nth = fc.nat({ max: 40 });
const messages = fc.array(fc.record({ facts, text, upstream }), { minLength: 1, maxLength: 4 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('arrive' as const), account, at: nth, messages }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decode again' as const), nth, facts, text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('change upstream' as const), nth, upstream }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('acknowledge' as const), filter }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('acknowledge one' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('send' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), account }) },
);
type Message = { facts: Facts; text: string; upstream: UpstreamStatus };
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Does the same to the store and to a plain list. */
class World {
  rows: ModelRow[] = [];
  #arrived = 0;
  readonly #changes = new Map<string, ModelRow[]>();
  readonly #store: InboxStore;

  constructor(store: InboxStore) {
    this.#store = store;
  }

  async take(step: Step): Promise<void> {
    const one = 'nth' in step ? this.rows[step.nth % Math.max(this.rows.length, 1)] : undefined;
    switch (step.do) {
      case 'arrive':
        return this.#arrive(step.account, step.at * 1000, step.messages);
      case 'decode again': {
        if (!one) return;
        const detail = { facts: step.facts, searchText: step.text };
        const payload = await this.#payloadOf(one);
        await this.#store.putFacts([
          { payload, parts: [partWith(step.facts, step.text)], decoderVersion: 1 },
        ]);
        Object.assign(one, detail);
        return;
      }
      case 'change upstream':
        if (!one) return;
        await this.#store.setUpstream(one.account, new Map([[one.remoteId, step.upstream]]), 1);
        if (one.upstream !== 'acknowledged') one.upstream = step.upstream;
        return;
      case 'acknowledge':
        return this.#acknowledge(shownBy(this.rows, step.filter), { filter: step.filter });
      case 'acknowledge one':
        return one && this.#acknowledge([one], { ids: [one.id] });
      case 'undo': {
        const change = [...this.#changes.keys()][step.nth % Math.max(this.#changes.size, 1)];
        if (change === undefined) return;
        const undone = this.#changes.get(change)?.filter((row) => this.rows.includes(row)) ?? [];
        expect((await this.#store.undo(change, 'jo', 1)).changed).toBe(undone.length);
        for (const row of undone) row.state = 'new';
        this.#changes.set(change, []);
        return;
      }
      case 'send':
        if (!one) return;
        await this.#store.sent(one.account, [one.remoteId], 1);
        one.upstream = 'acknowledged';
        return;
      case 'forget':
        await this.#store.forgetAccount(step.account);
        this.rows = this.rows.filter((row) => row.account !== step.account);
        return;
    }
  }

  async #arrive(account: string, now: number, messages: readonly Message[]): Promise<void> {
    const remoteIds = messages.map((_, n) => `r${this.#arrived + n}`);
    this.#arrived += messages.length;
    const payloads = messages.map(({ upstream }, n) => payloadWith(remoteIds[n] ?? '', { upstream }));
    await this.#store.keep({ id: account, source: 'hmrc-cds' }, payloads, undefined, now);
    const waiting = await this.#store.takeUndecoded(messages.length);
    const written = await this.#store.putFacts(
      waiting.map(({ payload }, n) => {
        const { facts, text } = messages[n]!;
        return { payload, parts: [partWith(facts, text)], decoderVersion: 1 };
      }),
    );
    messages.forEach(({ facts, text: searchText, upstream }, n) => {
      const known = { account, remoteId: remoteIds[n]!, receivedAt: now, facts, searchText, upstream };
      this.rows.push({ ...known, id: written[n]!.id, state: 'new' });
    });
  }

  async #acknowledge(rows: readonly ModelRow[], selection: Parameters<InboxStore['acknowledge']>[0]) {
    const fresh = rows.filter((row) => row.state === 'new');
    const done = await this.#store.acknowledge(selection, 'jo', 1, 1, () => true);
    expect(done.changed).toBe(fresh.length);
    for (const row of fresh) row.state = 'acknowledged';
    if (done.change !== null) this.#changes.set(done.change, fresh);
  }

  /** Payloads are numbered from 1 in the order in which they came. */
  async #payloadOf(row: ModelRow): Promise<number> {
    return Number(row.remoteId.slice(1)) + 1;
  }
}

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

/** Just before a new span of receipts, and before a new part of the full-text index. */
const lastId = fc.constantFrom(0, 1020, 32_760);

async function inStore(lastId: number, work: (store: InboxStore) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'quayside-property-'));
  try {
    const opened = await openSqliteStore({ directory });
    if (!opened.ok) throw new Error(opened.failure.reason);
    const sql = openDriver(join(directory, 'quayside.db'));
    sql.run(`INSERT INTO sqlite_sequence (name, seq) VALUES ('notification', ?)`, lastId);
    sql.close();
    await work(opened.value);
    await opened.value.close();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
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
        await inStore(last, async (store) => {
          const world = new World(store);
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
            needsAction: fresh.filter((row) => row.facts.attention === 'act').length,
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
      await inStore(last, async (store) => {
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
