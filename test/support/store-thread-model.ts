import { keyFactOf } from '../../shared/key-fact.ts';
import type { Filter } from '../../shared/filter.ts';
import type { Attention, TriageState } from '../../shared/notification.ts';
import type { QuietRule } from '../../shared/quiet.ts';
import type { ThreadStatus, ThreadSummary, Trade } from '../../shared/thread.ts';
import { toInstant } from '../../electron/engine/time/clock.ts';
import type { ThreadRecord } from '../../electron/engine/store/thread-store.ts';
import { needsAction, shownBy, type ModelRow } from './store-model.ts';

interface ModelThread {
  readonly age: number;
  rows: readonly ModelRow[];
  status: ThreadStatus | null;
  attention: Attention;
  mrn: string | null;
  lrn: string | null;
  trade: Trade | null;
  waits: readonly { rule: QuietRule; at: number; noticedAt: number | null }[];
}

/** A thread as the list must show it, borne by one of its rows. */
export interface ShownThread {
  readonly id: string;
  readonly thread: ThreadSummary;
}

/** Threads as plain lists. */
export class ModelThreads {
  #threads: ModelThread[] = [];
  #age = 0;
  readonly todo = new Set<ModelRow>();

  /** A row was written or replaced. */
  written(row: ModelRow): void {
    this.todo.add(row);
    const thread = this.of(row);
    if (thread === undefined) this.#found(row);
    else if (thread.rows.length === 1 && thread.status === null) Object.assign(thread, knownOf(row));
  }

  removed(rows: readonly ModelRow[]): void {
    for (const row of rows) this.todo.delete(row);
    for (const thread of this.#threads) {
      const left = thread.rows.filter((row) => !rows.includes(row));
      if (left.length < thread.rows.length) for (const row of left) this.todo.add(row);
      thread.rows = left;
    }
    this.#sweep();
  }

  put({ waits, calling, ...record }: Omit<ThreadRecord, 'members'>, rows: readonly ModelRow[]): void {
    const from = this.#threads.filter((thread) => thread.rows.some((row) => rows.includes(row)));
    const [target, ...others] = from.sort((a, b) => a.age - b.age);
    if (target === undefined) return;
    const strangers = target.rows.filter((row) => !rows.includes(row));
    const known = from.flatMap((thread) => thread.waits);
    for (const other of others) {
      other.rows = other.rows.filter((row) => !rows.includes(row));
      for (const row of other.rows) this.todo.add(row);
    }
    Object.assign(target, record, {
      rows,
      waits: waits.map(({ rule, at }) => {
        const notices = known.flatMap((wait) =>
          wait.rule === rule && wait.at === at && wait.noticedAt !== null ? [wait.noticedAt] : [],
        );
        return { rule, at, noticedAt: notices.length === 0 ? null : Math.min(...notices) };
      }),
    });
    for (const row of [...strangers].sort(byAge)) {
      this.#found(row);
      this.todo.add(row);
    }
    for (const row of rows) {
      this.todo.delete(row);
      row.settled = row.facts.attention === 'act' && !calling.includes(row.id);
    }
    this.#sweep();
  }

  mark(row: ModelRow, rule: QuietRule, now: number): void {
    for (const wait of this.of(row)?.waits ?? []) if (wait.rule === rule) wait.noticedAt ??= now;
  }

  of(row: ModelRow): ModelThread | undefined {
    return this.#threads.find((thread) => thread.rows.includes(row));
  }

  /** What the list shows, newest first. */
  shown(filter: Filter): ShownThread[] {
    const { states, attention, needsAction: callsFor, quiet, until, ...asked } = filter;
    return this.#threads
      .filter((thread) => states?.includes(stateOf(thread)) ?? true)
      .filter((thread) => attention?.includes(thread.attention) ?? true)
      .filter(({ rows }) => callsFor === undefined || rows.some(needsAction))
      .filter((thread) => quiet === undefined || isQuiet(thread))
      .flatMap((thread) => {
        const then = until === undefined ? {} : { until };
        const [bearer] = shownBy(thread.rows, then);
        const meets = shownBy(thread.rows, { ...asked, ...then }).length > 0;
        return bearer !== undefined && meets ? [{ id: bearer.id, thread: summaryOf(thread) }] : [];
      })
      .sort((a, b) => Number(b.id) - Number(a.id));
  }

  /** Rows of threads with a notice that are not done. */
  quietRows(): ModelRow[] {
    return this.#threads.filter(isQuiet).flatMap((thread) => thread.rows);
  }

  counts() {
    const all = this.#threads.map((thread) => ({ state: stateOf(thread) }));
    const fresh = all.filter(({ state }) => state === 'new');
    return {
      counts: {
        needsAction: this.#threads.filter(({ rows }) => rows.some(needsAction)).length,
        new: fresh.length,
        all: all.length,
        acknowledged: all.filter(({ state }) => state === 'acknowledged').length,
      },
      quiet: this.#threads.filter(isQuiet).length,
    };
  }

  /** The waits of an account that began by `cutOff` and of which no notice was given, oldest first. */
  overdue(account: string, rule: QuietRule, cutOff: number) {
    return this.#threads
      .filter(({ rows }) => rows.some((row) => row.account === account))
      .flatMap((thread) => thread.waits.map((wait) => ({ thread, wait })))
      .filter(({ wait }) => wait.rule === rule && wait.at <= cutOff && wait.noticedAt === null)
      .sort((a, b) => a.wait.at - b.wait.at || a.thread.age - b.thread.age)
      .map(({ thread, wait }) => ({ rule, at: wait.at, newest: membersOf(thread)[0] }));
  }

  #found(row: ModelRow): void {
    const begun = { age: (this.#age += 1), rows: [row], status: null, trade: null, waits: [] };
    this.#threads.push({ ...begun, ...knownOf(row) });
  }

  #sweep(): void {
    this.#threads = this.#threads.filter((thread) => thread.rows.length > 0);
  }
}

const byAge = (a: ModelRow, b: ModelRow) => Number(a.id) - Number(b.id);

const knownOf = ({ facts: { attention, mrn, lrn } }: ModelRow) => ({ attention, mrn, lrn });

function stateOf({ rows }: ModelThread): TriageState {
  if (rows.some(({ state }) => state === 'new')) return 'new';
  return rows.some(({ state }) => state === 'snoozed') ? 'snoozed' : 'acknowledged';
}

const isQuiet = (thread: ModelThread): boolean => thread.waits.some(({ noticedAt }) => noticedAt !== null);

const membersOf = (thread: ModelThread): string[] =>
  [...thread.rows]
    .sort(byAge)
    .reverse()
    .map(({ id }) => id);

function summaryOf(thread: ModelThread): ThreadSummary {
  const { status, attention, mrn, lrn, trade, rows, waits } = thread;
  const decides = rows.find(({ id }) => id === (status?.actionId ?? membersOf(thread)[0]));
  return {
    keyFact: decides === undefined ? null : keyFactOf(decides.facts),
    ...{ status, attention, mrn, lrn, trade, state: stateOf(thread), members: membersOf(thread) },
    fresh: rows.filter(({ state }) => state === 'new').length,
    quiet: waits
      .flatMap(({ rule, at, noticedAt }) =>
        noticedAt === null ? [] : [{ rule, at: toInstant(at), noticedAt: toInstant(noticedAt) }],
      )
      .sort((a, b) => a.at.localeCompare(b.at) || a.rule.localeCompare(b.rule)),
  };
}
