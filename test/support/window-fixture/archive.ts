import { gistOf } from '../../../shared/gist.ts';
import type { Facets, ListRow, Page, Selection } from '../../../shared/engine-api.ts';
import type { Filter } from '../../../shared/filter.ts';
import type { NotificationDetail, NotificationRow } from '../../../shared/notification.ts';
import type { ViewCounts } from '../../../shared/status.ts';
import type { Thread } from '../../../shared/thread.ts';
import { detailOf, factsOf, HOSTILE } from './archive-details.ts';
import { createLifeShelf, singleThread, summaryOf } from './life-shelf.ts';
import type { Life } from './lives.ts';
import { letters, MESSAGE_TYPES, type MessageType } from './message-types.ts';

/** What a person or the pretended source changed of one row. */
export type RowChange = Partial<
  Pick<NotificationRow, 'state' | 'upstream' | 'leavesAt' | 'acknowledgeFailure'>
>;

/** An archive of any size that is made up as it is asked for: row `n` of `count`, the newest being the last. */
export interface Archive {
  count(): number;
  row(number: number): NotificationRow;
  detail(number: number): NotificationDetail;
  change(number: number, change: RowChange): void;
  arrive(howMany: number): void;
  thread(number: number): Thread;
  payload(number: number): string | null;
  page(filter: Filter, by: ListBy, after: string | null, limit: number): Page;
  matching(selection: Selection): readonly number[];
  counts(by: ListBy): ViewCounts;
  quiet(): number;
  facets(): Facets;
}

export type ListBy = 'notification' | 'thread';

const SPACING_MS = 40_000;
/** As the engine counts: exactly by its counters, up to here where it must read. */
const COUNT_CAP = 1000;
const bag = MESSAGE_TYPES.flatMap((type) => Array.from({ length: type.weight }, () => type));

/** `size` made-up rows, and above them the messages of `lives`. */
export function createArchive(
  size: number,
  now: () => number,
  hostile: boolean,
  lives: readonly Life[],
): Archive {
  const started = now();
  const shelf = createLifeShelf(lives, size);
  const changes = new Map<number, RowChange>();
  const late = new Map<number, number>();
  const totals = new Map<string, Pick<Page, 'total' | 'totalIsCapped'>>();
  let count = size + shelf.count;

  const receivedAt = (number: number) => late.get(number) ?? started - (size - number) * SPACING_MS - 20_000;
  // The older nine tenths have been dealt with.
  const isOld = (number: number) => number < size - Math.min(300, size * 0.6) && number % 7 !== 0;

  function row(number: number): NotificationRow {
    const kept = shelf.row(number);
    if (kept !== null) return { ...kept, ...changes.get(number) };
    const made = madeUp(number, typeOf(number), receivedAt(number), isOld(number));
    const shown = hostile && number === size ? { ...made, ...HOSTILE } : made;
    return { ...shown, ...changes.get(number) };
  }

  /** Decides by what is cheap to know first: a scan of a hundred thousand must not stand out in a measurement. */
  function isShown(filter: Filter, by: ListBy, number: number): boolean {
    if (shelf.row(number) !== null) return isKeptShown(filter, by, number);
    if (filter.quiet === true) return false;
    const type = typeOf(number);
    const changed = changes.get(number);
    const state = changed?.state ?? (isOld(number) ? 'acknowledged' : 'new');
    const at = receivedAt(number);
    if (filter.states?.includes(state) === false || filter.attention?.includes(type.attention) === false)
      return false;
    if (filter.needsAction === true && (state !== 'new' || type.attention !== 'act')) return false;
    if (filter.types?.includes(type.type) === false) return false;
    if (filter.accounts?.includes(accountOf(type)) === false) return false;
    if (filter.since !== undefined && at < Date.parse(filter.since)) return false;
    if (filter.until !== undefined && at >= Date.parse(filter.until)) return false;
    if (filter.search === undefined && filter.upstream === undefined) return true;
    return matches(filter, row(number));
  }

  function isKeptShown(filter: Filter, by: ListBy, number: number): boolean {
    const members = shelf.membersOf(number);
    if (by === 'thread' && members.at(-1) !== number) return false;
    const thread = by === 'thread' ? summaryOf(threadOf(number)) : null;
    const { state, attention, receivedAt, type, account } = row(number);
    const at = Date.parse(receivedAt);
    return (
      (filter.quiet !== true || threadOf(number).quiet.length > 0) &&
      filter.states?.includes(thread?.state ?? state) !== false &&
      filter.attention?.includes(thread?.status?.attention ?? attention) !== false &&
      (filter.needsAction !== true ||
        (thread === null ? isCalling(row(number)) : members.some((one) => isCalling(row(one))))) &&
      filter.types?.includes(type) !== false &&
      filter.accounts?.includes(account) !== false &&
      (filter.since === undefined || at >= Date.parse(filter.since)) &&
      (filter.until === undefined || at < Date.parse(filter.until)) &&
      matches(filter, row(number))
    );
  }

  function threadOf(number: number): Thread {
    return shelf.thread(number, row) ?? singleThread(detail(number));
  }

  const detail = (number: number): NotificationDetail =>
    shelf.detail(number, row) ?? detailOf(row(number), typeOf(number));

  function* newestFirst(filter: Filter, by: ListBy, from: number): Generator<number> {
    for (let number = from; number > 0; number -= 1) {
      if (isShown(filter, by, number)) yield number;
    }
  }

  function page(filter: Filter, by: ListBy, after: string | null, limit: number): Page {
    const rows: ListRow[] = [];
    for (const number of newestFirst(filter, by, after === null ? count : Number(after) - 1)) {
      rows.push({ ...row(number), thread: by === 'thread' ? summaryOf(threadOf(number)) : null });
      if (rows.length > limit) break;
    }
    const more = rows.length > limit;
    const shown = rows.slice(0, limit);
    return { rows: shown, next: more ? shown.at(-1)!.id : null, ...total(filter, by) };
  }

  function total(filter: Filter, by: ListBy): Pick<Page, 'total' | 'totalIsCapped'> {
    const key = JSON.stringify([filter, by]);
    const known = totals.get(key);
    if (known !== undefined) return known;
    let found = 0;
    const isCounted = filter.search === undefined && filter.since === undefined && filter.until === undefined;
    for (let number = count; number > 0 && (isCounted || found <= COUNT_CAP); number -= 1) {
      if (isShown(filter, by, number)) found += 1;
    }
    const isCapped = !isCounted && found > COUNT_CAP;
    const answer = { total: isCapped ? COUNT_CAP : found, totalIsCapped: isCapped };
    totals.set(key, answer);
    return answer;
  }

  function tally<V extends string>(pick: (row: NotificationRow) => V | null): { value: V; count: number }[] {
    const counts = new Map<V, number>();
    for (let number = count; number > Math.max(0, count - 5000); number -= 1) {
      const value = pick(row(number));
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, counted]) => ({ value, count: counted }))
      .sort((a, b) => b.count - a.count);
  }

  return {
    count: () => count,
    row,
    detail,
    thread: threadOf,
    payload: (number) => shelf.payload(number),
    change: (number, change) => {
      totals.clear();
      changes.set(number, { ...changes.get(number), ...change });
    },
    arrive: (howMany) => {
      totals.clear();
      for (let index = 0; index < howMany; index += 1) {
        count += 1;
        late.set(count, now());
      }
    },
    page,
    matching: (selection) =>
      'ids' in selection
        ? selection.ids.map(Number)
        : [...newestFirst(selection.filter, 'notification', count)],
    counts: (by) => ({
      needsAction: total({ needsAction: true }, by).total,
      new: total({ states: ['new'] }, by).total,
      all: total({}, by).total,
      acknowledged: total({ states: ['acknowledged'] }, by).total,
    }),
    quiet: () => total({ quiet: true }, 'thread').total,
    facets: () => ({
      types: tally(({ type }) => type),
      attention: tally(({ attention }) => attention),
      states: tally(({ state }) => state),
      upstream: tally(({ upstream }) => upstream),
      accounts: tally(({ account }) => account),
    }),
  };
}

const isCalling = ({ state, attention, settled }: NotificationRow): boolean =>
  state === 'new' && attention === 'act' && !settled;

const typeOf = (number: number): MessageType => bag[(number * 7919) % bag.length]!;

const accountOf = ({ source }: MessageType): string => (source === 'hmrc-cds' ? 'cds' : 'transit');

function madeUp(number: number, type: MessageType, receivedAt: number, isOld: boolean): NotificationRow {
  const isCds = type.source === 'hmrc-cds';
  const row = {
    id: String(number),
    account: accountOf(type),
    source: type.source,
    kind: type.kind,
    type: type.type,
    functionCode: type.code,
    statusCode: null,
    title: type.title,
    attention: type.attention,
    outcome: type.outcome,
    mrn: type.type === 'GMR' ? null : `26GB${letters(number, 13)}${number % 10}`,
    lrn: isCds ? `HF-2026-${String(118_000 + number)}` : null,
    issuedAt: new Date(receivedAt - 4000).toISOString(),
    receivedAt: new Date(receivedAt).toISOString(),
    state: isOld ? 'acknowledged' : 'new',
    settled: false,
    upstream: isCds ? null : isOld ? 'acknowledged' : 'pending',
    leavesAt: null,
    acknowledgeFailure: null,
  } as const;
  return { ...row, ...gistOf(factsOf(row, type)) };
}

function matches(filter: Filter, row: NotificationRow): boolean {
  if (filter.upstream !== undefined && (row.upstream === null || !filter.upstream.includes(row.upstream)))
    return false;
  const text = `${row.title} ${row.mrn ?? ''} ${row.lrn ?? ''} ${row.type}`.toLowerCase();
  return (filter.search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
