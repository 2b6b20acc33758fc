import type { Facets, Page, Selection } from '../../../shared/engine-api.ts';
import type { Filter } from '../../../shared/filter.ts';
import type { DecodedError, NotificationDetail, NotificationRow } from '../../../shared/notification.ts';
import type { ViewCounts } from '../../../shared/status.ts';
import { MESSAGE_TYPES, type MessageType } from './message-types.ts';

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
  page(filter: Filter, after: string | null, limit: number): Page;
  matching(selection: Selection): readonly number[];
  counts(): ViewCounts;
  facets(): Facets;
}

const SPACING_MS = 40_000;
/** As the engine counts: exactly by its counters, up to here where it must read. */
const COUNT_CAP = 1000;
const bag = MESSAGE_TYPES.flatMap((type) => Array.from({ length: type.weight }, () => type));

export function createArchive(size: number, now: () => number, hostile: boolean): Archive {
  const started = now();
  const changes = new Map<number, RowChange>();
  const late = new Map<number, number>();
  const totals = new Map<string, Pick<Page, 'total' | 'totalIsCapped'>>();
  let count = size;

  const receivedAt = (number: number) => late.get(number) ?? started - (size - number) * SPACING_MS - 20_000;
  // The older nine tenths have been dealt with.
  const isOld = (number: number) => number < size - Math.min(300, size * 0.6) && number % 7 !== 0;

  function row(number: number): NotificationRow {
    const made = madeUp(number, typeOf(number), receivedAt(number), isOld(number));
    const shown = hostile && number === size ? { ...made, ...HOSTILE } : made;
    return { ...shown, ...changes.get(number) };
  }

  /** Decides by what is cheap to know first: a scan of a hundred thousand must not stand out in a measurement. */
  function isShown(filter: Filter, number: number): boolean {
    const type = typeOf(number);
    const changed = changes.get(number);
    const state = changed?.state ?? (isOld(number) ? 'acknowledged' : 'new');
    const at = receivedAt(number);
    if (filter.states?.includes(state) === false || filter.attention?.includes(type.attention) === false)
      return false;
    if (filter.types?.includes(type.type) === false) return false;
    if (filter.accounts?.includes(accountOf(type)) === false) return false;
    if (filter.since !== undefined && at < Date.parse(filter.since)) return false;
    if (filter.until !== undefined && at >= Date.parse(filter.until)) return false;
    if (filter.search === undefined && filter.upstream === undefined) return true;
    return matches(filter, row(number));
  }

  function* newestFirst(filter: Filter, from: number): Generator<number> {
    for (let number = from; number > 0; number -= 1) {
      if (isShown(filter, number)) yield number;
    }
  }

  function page(filter: Filter, after: string | null, limit: number): Page {
    const rows: NotificationRow[] = [];
    for (const number of newestFirst(filter, after === null ? count : Number(after) - 1)) {
      rows.push(row(number));
      if (rows.length > limit) break;
    }
    const more = rows.length > limit;
    const shown = rows.slice(0, limit);
    return { rows: shown, next: more ? shown.at(-1)!.id : null, ...total(filter) };
  }

  function total(filter: Filter): Pick<Page, 'total' | 'totalIsCapped'> {
    const key = JSON.stringify(filter);
    const known = totals.get(key);
    if (known !== undefined) return known;
    let found = 0;
    const isCounted = filter.search === undefined && filter.since === undefined && filter.until === undefined;
    for (let number = count; number > 0 && (isCounted || found <= COUNT_CAP); number -= 1) {
      if (isShown(filter, number)) found += 1;
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
    detail: (number) => detailOf(row(number), typeOf(number)),
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
      'ids' in selection ? selection.ids.map(Number) : [...newestFirst(selection.filter, count)],
    counts: () => ({
      needsAction: total({ states: ['new'], attention: ['act'] }).total,
      new: total({ states: ['new'] }).total,
      all: count,
      acknowledged: total({ states: ['acknowledged'] }).total,
    }),
    facets: () => ({
      types: tally(({ type }) => type),
      attention: tally(({ attention }) => attention),
      states: tally(({ state }) => state),
      upstream: tally(({ upstream }) => upstream),
      accounts: tally(({ account }) => account),
    }),
  };
}

const typeOf = (number: number): MessageType => bag[(number * 7919) % bag.length]!;

const accountOf = ({ source }: MessageType): string => (source === 'hmrc-cds' ? 'cds' : 'transit');

/** The order in which a mixed congruence visits the alphabet stands in for randomness. */
function letters(number: number, length: number): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  let state = (number * 2_654_435_761) % 4_294_967_296;
  let text = '';
  while (text.length < length) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    text += alphabet[Math.floor((state / 4_294_967_296) * alphabet.length)]!;
  }
  return text;
}

function madeUp(number: number, type: MessageType, receivedAt: number, isOld: boolean): NotificationRow {
  const isCds = type.source === 'hmrc-cds';
  return {
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
    mrn: `26GB${letters(number, 13)}${number % 10}`,
    lrn: isCds ? `HF-2026-${String(118_000 + number)}` : null,
    issuedAt: new Date(receivedAt - 4000).toISOString(),
    receivedAt: new Date(receivedAt).toISOString(),
    state: isOld ? 'acknowledged' : 'new',
    upstream: isCds ? null : isOld ? 'acknowledged' : 'pending',
    leavesAt: null,
    acknowledgeFailure: null,
  };
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

function detailOf(row: NotificationRow, type: MessageType): NotificationDetail {
  const { kind, functionCode, statusCode, title, attention, outcome, mrn, lrn, issuedAt } = row;
  const rejected = row.type === 'DMSREJ';
  return {
    ...row,
    remoteId: `7f0c${letters(Number(row.id), 12).toLowerCase()}e21a`,
    contentType: 'application/xml',
    payloadBytes: 3104,
    facts: {
      ...{ kind, type: row.type, functionCode, statusCode, title, attention, outcome, mrn, lrn, issuedAt },
      meaning: type.meaning,
      nextStep: type.nextStep,
      version: '1',
      messageId: null,
      conversationId: 'b1946ac9-2490-4f3c-8a5e-0a1b2c3d4e5f',
      trader: 'GB123456789012',
      references: lrn === null ? [{ kind: 'departure', value: '6512f0ac91' }] : [],
      errors: rejected ? ERRORS : [],
      payments: [],
      deadline:
        row.type === 'DMSDOC' ? new Date(Date.parse(row.receivedAt) + 16_140_000).toISOString() : null,
      problems: row.kind === 'unrecognised' ? ['Line 3: the element <b> is not closed.'] : [],
    },
    history: [
      ...(row.state === 'acknowledged'
        ? [{ at: row.receivedAt, event: 'acknowledged', by: 'broker', detail: null } as const]
        : []),
      { at: row.receivedAt, event: 'alert-shown', by: null, detail: null },
      { at: row.receivedAt, event: 'received', by: null, detail: null },
    ],
  };
}

const ERRORS: DecodedError[] = [
  {
    code: 'CDS12056',
    meaning: 'The procedure code does not go with the additional procedure that was given.',
    advisory: false,
    pointer: '42A/67A/68A[1]/70A[1]/166',
    path: 'Goods item 1, procedure 1: current procedure code',
    dataElement: '1/10',
    item: 1,
    description: null,
    nextStep: 'Check the field that is named and submit again.',
  },
  {
    code: 'CDS12005',
    meaning: 'This commodity code is not valid on the acceptance date.',
    advisory: false,
    pointer: '42A/67A/68A[1]/23A/21A[1]/145',
    path: 'Goods item 1, commodity, classification: commodity code',
    dataElement: '6/14',
    item: 1,
    description: null,
    nextStep: 'Check the field that is named and submit again.',
  },
];

/** Markup, writing direction and sheer length, in every field that comes from outside. */
const HOSTILE = {
  kind: 'unrecognised',
  title: `<img src=x onerror="document.title='broken'"> \u202Egnp.exe\u202C ${'long '.repeat(2000)}`,
  mrn: `\u202E${'M'.repeat(3000)}`,
  lrn: '<script>alert(1)</script>',
} as const;
