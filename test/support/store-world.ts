import { expect } from 'vitest';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import type { Step } from './store-arbitraries.ts';
import { partWith, payloadWith, statusOf } from './store-builders.ts';
import { shownBy, type ModelRow } from './store-model.ts';
import { ModelThreads } from './store-thread-model.ts';

type Do<Name extends Step['do']> = Extract<Step, { do: Name }>;

/** Does the same to the store and to plain lists. */
export class StoreWorld {
  rows: ModelRow[] = [];
  readonly threads = new ModelThreads();
  #arrived = 0;
  #now = 0;
  readonly #changes = new Map<string, ModelRow[]>();
  readonly #store: InboxStore;

  constructor(store: InboxStore) {
    this.#store = store;
  }

  async take(step: Step): Promise<void> {
    const one = 'nth' in step ? this.rows[step.nth % Math.max(this.rows.length, 1)] : undefined;
    switch (step.do) {
      case 'arrive':
        return this.#arrive(step);
      case 'decode again':
        return one && this.#decodeAgain(one, step);
      case 'put threads':
        return this.#putThreads(step);
      case 'mark quiet':
        return one && this.#markQuiet(one, step);
      case 'change upstream':
        if (!one) return;
        await this.#store.setUpstream(one.account, new Map([[one.remoteId, step.upstream]]), 1);
        for (const row of this.#ofMessage(one)) {
          if (row.upstream !== 'acknowledged') row.upstream = step.upstream;
        }
        return;
      case 'acknowledge':
        return this.#acknowledge(shownBy(this.rows, step.filter), { filter: step.filter });
      case 'acknowledge one':
        return one && this.#acknowledge([one], { ids: [one.id] });
      case 'undo':
        return this.#undo(step);
      case 'send':
        if (!one) return;
        await this.#store.sent(one.account, [one.remoteId], 1);
        for (const row of this.#ofMessage(one)) row.upstream = 'acknowledged';
        return;
      case 'forget':
        await this.#store.forgetAccount(step.account);
        this.#remove(this.rows.filter((row) => row.account === step.account));
        return;
    }
  }

  async #arrive({ account, at, messages }: Do<'arrive'>): Promise<void> {
    const receivedAt = at * 1000;
    const remoteIds = messages.map((_, n) => `r${this.#arrived + n}`);
    this.#arrived += messages.length;
    const payloads = messages.map(({ upstream }, n) => payloadWith(remoteIds[n] ?? '', { upstream }));
    await this.#store.keep({ id: account, source: 'hmrc-cds' }, payloads, undefined, receivedAt);
    const waiting = await this.#store.takeUndecoded(messages.length);
    const written = await this.#store.putFacts(
      waiting.map(({ payload }, n) => ({
        payload,
        parts: messages[n]!.parts.map(({ facts, text }) => partWith(facts, text)),
        decoderVersion: 1,
      })),
    );
    const parts = messages.flatMap(({ parts, upstream }, n) =>
      parts.map(({ facts, text }) => ({ facts, searchText: text, upstream, remoteId: remoteIds[n]! })),
    );
    parts.forEach((part, n) => {
      this.#add({ ...part, account, receivedAt, id: written[n]!.id, state: 'new', settled: false });
    });
  }

  /** A newer decoder finds one notification in a payload, whatever it held before. */
  async #decodeAgain(one: ModelRow, { facts, text }: Do<'decode again'>): Promise<void> {
    const [first, ...gone] = this.#ofMessage(one);
    // Payloads are numbered from 1 in the order in which they came.
    const payload = Number(one.remoteId.slice(1)) + 1;
    await this.#store.putFacts([{ payload, parts: [partWith(facts, text)], decoderVersion: 1 }]);
    this.#remove(gone);
    const settled = first!.settled && facts.attention === 'act';
    this.threads.written(Object.assign(first!, { facts, searchText: text, settled }));
  }

  async #putThreads({ threads }: Do<'put threads'>): Promise<void> {
    const records = threads.map(({ members, status, calling, ...known }) => {
      const rows = members.flatMap((nth) => this.rows[nth] ?? []);
      const ids = calling.flatMap((place) => rows[place]?.id ?? []);
      const record = { ...known, lrn: null, status: status === null ? null : statusOf(status), calling: ids };
      return { rows, record };
    });
    await this.#store.putThreads(
      // An id that is no more, as where an account was forgotten while threads were worked out.
      records.map(({ rows, record }) => ({ ...record, members: [...rows.map(({ id }) => id), '999999'] })),
    );
    for (const { rows, record } of records) this.threads.put(record, rows);
  }

  async #markQuiet(one: ModelRow, { rule }: Do<'mark quiet'>): Promise<void> {
    const open = await this.#store.overdue(one.account, { [rule]: 10 }, 100);
    const members = this.threads.of(one)?.rows.map(({ id }) => id) ?? [];
    const its = open.filter(({ notification }) => members.includes(notification.id));
    await this.#store.markQuiet(its, (this.#now += 1));
    this.threads.mark(one, rule, this.#now);
  }

  async #undo({ nth }: Do<'undo'>): Promise<void> {
    const change = [...this.#changes.keys()][nth % Math.max(this.#changes.size, 1)];
    if (change === undefined) return;
    const undone = this.#changes.get(change)?.filter((row) => this.rows.includes(row)) ?? [];
    expect((await this.#store.undo(change, 'jo', 1)).changed).toBe(undone.length);
    for (const row of undone) row.state = 'new';
    this.#changes.set(change, []);
  }

  async #acknowledge(rows: readonly ModelRow[], selection: Parameters<InboxStore['acknowledge']>[0]) {
    const fresh = rows.filter((row) => row.state === 'new');
    const done = await this.#store.acknowledge(selection, 'jo', 1, 1, () => true);
    expect(done.changed).toBe(fresh.length);
    for (const row of fresh) row.state = 'acknowledged';
    if (done.change !== null) this.#changes.set(done.change, fresh);
  }

  #add(row: ModelRow): void {
    this.rows.push(row);
    this.threads.written(row);
  }

  #remove(rows: readonly ModelRow[]): void {
    this.rows = this.rows.filter((row) => !rows.includes(row));
    this.threads.removed(rows);
  }

  #ofMessage({ account, remoteId }: ModelRow): ModelRow[] {
    return this.rows.filter((row) => row.account === account && row.remoteId === remoteId);
  }
}
