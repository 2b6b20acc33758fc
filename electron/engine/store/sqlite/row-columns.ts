import { gistOf } from '../../../../shared/gist.ts';
import type { Facts } from '../../../../shared/notification.ts';
import { checksum } from './checksum.ts';

/** The columns of a row in the list that repeat what its facts say. */
const REPEATED = ['issued_at', 'outcome', 'title', 'function_code', 'status_code', 'mrn', 'lrn'] as const;

/** The columns of a row in the list: those, and what was worked out from the facts when they were written. */
export const ROW_COLUMNS = [...REPEATED, 'subject', 'key_fact', 'deadline'] as const;

type Value = string | number | null;
export type RowColumns = Readonly<Record<(typeof ROW_COLUMNS)[number], Value>>;

/** What they hold, in the same order. */
export function rowColumns(facts: Facts): readonly Value[] {
  const { subject, keyFact, deadline } = gistOf(facts);
  return [
    millisOf(facts.issuedAt),
    facts.outcome,
    facts.title,
    facts.functionCode,
    facts.statusCode,
    facts.mrn,
    facts.lrn,
    subject,
    keyFact,
    millisOf(deadline),
  ];
}

/** The checksum of a row, of what was written or of what is read. A column that came later, and is empty, changes nothing. */
export const rowSum = (seq: number, values: readonly Value[]): Uint8Array => {
  const held = ROW_COLUMNS.flatMap((column, at) => {
    const value = asStored(values[at] ?? null);
    return value === null ? [] : [[column, value]];
  });
  return checksum(`${String(seq)} ${JSON.stringify(held)}`);
};

export const valuesOf = (row: RowColumns): readonly Value[] => ROW_COLUMNS.map((column) => row[column]);

/** Whether a row says in any of the columns that repeat them what its facts do not. */
export function contradicts(row: RowColumns, facts: Facts): boolean {
  const said = rowColumns(facts);
  return REPEATED.some((column, at) => asStored(row[column]) !== asStored(said[at] ?? null));
}

/** Text as a column gives it back: half a surrogate pair is not kept there, nor, by one of the drivers, what follows a NUL. */
const asStored = (value: Value) =>
  typeof value === 'string' ? Buffer.from(value, 'utf8').toString('utf8').replace(/\0.*/su, '') : value;

function millisOf(instant: string | null): number | null {
  const at = Date.parse(instant ?? '');
  return Number.isNaN(at) ? null : at;
}
