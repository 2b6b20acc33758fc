import { gistOf } from '../../../shared/gist.ts';
import { harmless } from '../../../shared/harmless-text.ts';
import type {
  DecodedAmendment,
  DecodedDetail,
  DecodedError,
  Reference,
} from '../../../shared/notification.ts';
import type { Exported } from './exported.ts';
import { guardFormula } from './formula-guard.ts';
import type { GapLine } from './gap-line.ts';
import type { LocalTime } from './local-time.ts';

export interface CsvOptions {
  /** Puts an apostrophe before text that a spreadsheet would run as a formula. */
  readonly formulaGuard: boolean;
  readonly localTime: LocalTime;
}

/** The first line: the columns' names. */
export function csvHeader(): string {
  return COLUMNS.map(({ name }) => name).join(',') + CRLF;
}

/** The columns that the formula guard looks at: all whose text comes from elsewhere. */
export function guardedColumns(): readonly string[] {
  return COLUMNS.filter(({ from }) => from === 'text').map(({ name }) => name);
}

/** One line of RFC 4180, its line end included. */
export function csvRow(exported: Exported, options: CsvOptions): CsvLine {
  return line(({ read }) => read(exported, options.localTime), options);
}

/** The same of a gap: columns that say nothing of it stay empty. */
export function csvGapRow(gap: GapLine, options: CsvOptions): CsvLine {
  const { id, account, kind, type, title, meaning, nextStep, attention, outcome, state } = gap;
  const known: Readonly<Record<string, string>> = {
    ...{ id, account, kind, type, title, meaning, 'next step': nextStep, attention, outcome, state },
    'issued (UTC)': gap.issuedAt,
    'issued (local)': options.localTime(gap.issuedAt),
    'received (UTC)': gap.receivedAt,
    'received (local)': options.localTime(gap.receivedAt),
  };
  return line(({ name }) => known[name] ?? null, options);
}

export interface CsvLine {
  readonly text: string;
  /** How many of its fields the formula guard changed. */
  readonly guarded: number;
}

function line(valueOf: (column: Column) => string | null, { formulaGuard }: CsvOptions): CsvLine {
  let guarded = 0;
  const fields = COLUMNS.map((column) => {
    const value = valueOf(column) ?? '';
    if (column.from === 'quayside') return value;
    const safe = formulaGuard ? guardFormula(value) : value;
    if (safe !== value) guarded += 1;
    return quoted(harmless(safe));
  });
  return { text: fields.join(',') + CRLF, guarded };
}

const CRLF = '\r\n';

interface Column {
  readonly name: string;
  /**
   * `text` is written or influenced by somebody else: it is quoted and passes the formula guard. What Quayside
   * makes itself (its ids, its own closed vocabulary, instants) can hold neither a formula nor a comma.
   */
  readonly from: 'text' | 'quayside';
  readonly read: (exported: Exported, localTime: LocalTime) => string | null;
}

const text = (name: string, read: (exported: Exported) => string | null): Column => ({
  name,
  from: 'text',
  read,
});

const ours = (name: string, read: (exported: Exported) => string | null): Column => ({
  name,
  from: 'quayside',
  read,
});

const instants = (name: string, read: (exported: Exported) => string | null): readonly Column[] => [
  ours(`${name} (UTC)`, read),
  {
    name: `${name} (local)`,
    from: 'quayside',
    read: (exported, localTime) => {
      const instant = read(exported);
      return instant === null ? null : localTime(instant);
    },
  },
];

const COLUMNS: readonly Column[] = [
  ours('id', ({ row }) => row.id),
  text('account', ({ row }) => row.account),
  ours('source', ({ row }) => row.source),
  ours('kind', ({ facts }) => facts.kind),
  text('type', ({ facts }) => facts.type),
  text('function code', ({ facts }) => facts.functionCode),
  text('status code', ({ facts }) => facts.statusCode),
  text('title', ({ facts }) => facts.title),
  text('meaning', ({ facts }) => facts.meaning),
  text('next step', ({ facts }) => facts.nextStep),
  ours('attention', ({ facts }) => facts.attention),
  ours('outcome', ({ facts }) => facts.outcome),
  ours('state', ({ row }) => row.state),
  ours('upstream', ({ row }) => row.upstream),
  text('MRN', ({ facts }) => facts.mrn),
  text('LRN', ({ facts }) => facts.lrn),
  text('version', ({ facts }) => facts.version),
  text('message id', ({ facts }) => facts.messageId),
  text('conversation id', ({ facts }) => facts.conversationId),
  ...instants('issued', ({ facts }) => facts.issuedAt),
  ...instants('received', ({ row }) => row.receivedAt),
  ...instants('deadline', ({ facts }) => facts.deadline),
  text('references', ({ facts }) => facts.references.map(referenceText).join('; ')),
  text('errors', ({ facts }) => facts.errors.map(errorText).join('; ')),
  text('problems', ({ facts }) => facts.problems.join('; ')),
  text('amendments', ({ facts }) => facts.amendments.map(amendmentText).join('; ')),
  text('details', ({ facts }) => facts.details.map(detailText).join('; ')),
  text('subject', ({ facts }) => gistOf(facts).subject),
  text('key fact', ({ facts }) => gistOf(facts).keyFact),
];

const referenceText = ({ kind, value }: Reference): string => `${kind} ${value}`;

/** `CDS12056 Value is not valid, item 2, 4/14, at 42A/67A/68A[2] (advisory)`: one error in one breath. */
function errorText(error: DecodedError): string {
  const words = [error.code, error.meaning ?? error.description].filter((part) => part !== null).join(' ');
  const where = [
    error.item === null ? null : `item ${error.item}`,
    error.dataElement,
    error.pointer === null ? null : `at ${error.pointer}`,
  ];
  const parts = [words, ...where].filter((part) => part !== null).join(', ');
  return error.advisory ? `${parts} (advisory)` : parts;
}

/** `Goods item 1, price, 4/14, reason 28: Price corrected, at 42A/67A/68A[1]/23A/79A/112`: one change in one breath. */
function amendmentText(amendment: DecodedAmendment): string {
  const why = [amendment.reason === null ? null : `reason ${amendment.reason}`, amendment.description]
    .filter((part) => part !== null)
    .join(': ');
  const parts = [
    amendment.path,
    amendment.dataElement,
    why === '' ? null : why,
    amendment.pointer === null ? null : `at ${amendment.pointer}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

const detailText = ({ name, value }: DecodedDetail): string => `${name}: ${value}`;

/** Always in quotes, so that importers which can tell keep MRNs and codes as text; empty stays empty. */
const quoted = (value: string): string => (value === '' ? '' : `"${value.replaceAll('"', '""')}"`);
