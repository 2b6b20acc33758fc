import { createThreadKeeper } from '../../electron/engine/inbox/thread-keeper.ts';
import type { Filter } from '../../shared/filter.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import type { Sample } from './sample.ts';
import { measure, type Timing } from './measure.ts';

const PAGE = 100;

/**
 * Everything that the window asks of the store, timed, with its threads worked out before. Each run asks for another MRN, so that
 * no cache answers for it.
 */
export async function measureReads(
  store: InboxStore,
  samples: readonly Sample[],
  runs: number,
): Promise<Record<string, ReadTiming>> {
  const sample = (run: number) => samples[run % samples.length]!;
  const page = (filter: (run: number) => Filter) => (run: number) => store.page(filter(run), null, PAGE);
  const search = (text: (run: number) => string) => page((run) => ({ search: text(run) }));
  const threads = (filter: (run: number) => Filter) => (run: number) =>
    store.pageThreads(filter(run), null, PAGE);
  await createThreadKeeper(store).run();
  const middle = await middleOf(store);
  const until = samples.at(-1)!.receivedAt;
  const halfway = samples[Math.floor(samples.length / 2)]!.receivedAt;

  const asked: Readonly<Record<string, (run: number) => unknown>> = {
    'page: all': page(() => ({})),
    'page: all, from the middle': () => store.page({}, middle, PAGE),
    'page: new': page(() => ({ states: ['new'] })),
    'page: acknowledged': page(() => ({ states: ['acknowledged'] })),
    'page: needs action (act, new)': page(() => ({ attention: ['act'], states: ['new'] })),
    'page: what still needs action': page(() => ({ needsAction: true })),
    'page: one type': page(() => ({ types: ['DMSREJ'] })),
    'page: four types, two levels': page(() => ({
      types: ['DMSREJ', 'DMSCTL', 'DMSTAX', 'DMSCLE'],
      attention: ['act', 'info'],
    })),
    'page: one account, one type, new': page(() => ({
      accounts: ['cds-2'],
      types: ['DMSACC'],
      states: ['new'],
    })),
    'page: nothing matches': page(() => ({ accounts: ['nobody'] })),
    'page: a stretch of time': page((run) => ({
      since: sample(run).receivedAt,
      until: samples.at(-1)!.receivedAt,
    })),
    'page: a stretch of time, one type': page((run) => ({
      since: sample(run).receivedAt,
      until: samples.at(-1)!.receivedAt,
      types: ['DMSCTL'],
    })),
    'page: one reference': page((run) => ({ references: [sample(run).mrn] })),
    'threads: all': threads(() => ({})),
    'threads: all, as of a moment': threads(() => ({ until })),
    'threads: all, as of half-way': threads(() => ({ until: halfway })),
    'threads: all, from the middle': () => store.pageThreads({}, middle, PAGE),
    'threads: new': threads(() => ({ states: ['new'], until })),
    'threads: needs action (act, new)': threads(() => ({ attention: ['act'], states: ['new'], until })),
    'threads: what still needs action': threads(() => ({ needsAction: true, until })),
    'threads: one type': threads(() => ({ types: ['DMSREJ'], until })),
    'threads: one account, one type, new': threads(() => ({
      accounts: ['cds-2'],
      types: ['DMSACC'],
      states: ['new'],
      until,
    })),
    'threads: nothing matches': threads(() => ({ accounts: ['nobody'], until })),
    'threads: a stretch of time': threads((run) => ({ since: sample(run).receivedAt, until })),
    'threads: one reference': threads((run) => ({ references: [sample(run).mrn], until })),
    'threads: exact MRN': threads((run) => ({ search: sample(run).mrn, until })),
    'threads: a word that most share': threads(() => ({ search: 'declaration', until })),
    'threads: quiet': threads(() => ({ quiet: true, until })),
    'thread counts': () => store.threadCounts(),
    counts: () => store.counts(),
    facets: () => store.facets(),
    'search: exact MRN': search((run) => sample(run).mrn),
    'search: beginning of an MRN': search((run) => sample(run).mrn.slice(0, 12)),
    'search: middle of an MRN': search((run) => sample(run).mrn.slice(8, 14)),
    'search: two words': search(() => 'rejected DMSREJ'),
    'search: a word that most share': search(() => 'declaration'),
    'search: a word that most share, with filters': page(() => ({
      search: 'declaration',
      accounts: ['cds-1'],
      states: ['new'],
      types: ['DMSACC'],
    })),
    'search: a word that most share, nothing matches': page(() => ({
      search: 'declaration',
      accounts: ['nobody'],
    })),
    'search: two letters': search(() => 'de'),
    'search: nothing found': search((run) => `zzqx${run}`),
    'one notification': (run) => store.notification(sample(run).id),
    'one payload': (run) => store.payload(sample(run).id),
  };

  const timings: Record<string, ReadTiming> = {};
  for (const [name, ask] of Object.entries(asked)) {
    let rows: number | null = null;
    const timing = await measure(runs, async (run) => {
      rows = rowsIn(await ask(run));
    });
    timings[name] = { ...timing, rows };
  }
  return timings;
}

/** `rows` is how many the last run brought, null where it brings none by nature: a read that finds nothing is fast. */
type ReadTiming = Timing & { readonly rows: number | null };

const rowsIn = (answer: unknown): number | null =>
  typeof answer === 'object' && answer !== null && 'rows' in answer && Array.isArray(answer.rows)
    ? answer.rows.length
    : null;

/** A cursor some way into the list, where an offset would already hurt. */
async function middleOf(store: InboxStore): Promise<string | null> {
  let after: string | null = null;
  for (let page = 0; page < 40; page += 1) {
    const { next }: { next: string | null } = await store.page({}, after, 500);
    if (next === null) break;
    after = next;
  }
  return after;
}
