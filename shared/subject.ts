import { movementFamily, type MovementFamily } from './catalogue/movement-family.ts';
import { referenceWord } from './catalogue/reference-words.ts';
import { excerpt } from './excerpt.ts';
import type { Facts, NotificationRow, Reference } from './notification.ts';
import { amountAndPayee, payeeOf } from './payments/amount-and-payee.ts';

export type SubjectFacts = Pick<
  Facts,
  'kind' | 'type' | 'mrn' | 'lrn' | 'references' | 'payments' | 'details' | 'outcome'
>;

/**
 * What a notification is about, as a broker names it: `MRN 26GB…, LRN ASH-1`, else `GMR GMRA…`, `ARC …`, `Departure …`,
 * `Case …`, `Order …`, a payment by its amount and payee, else whatever ties it to others. Null where the message names
 * nothing. The one place that decides it, for rows, alerts, exports and the command.
 */
export function subjectOf(facts: SubjectFacts): string | null {
  const own = ownNumber(facts);
  const declared = [own === null ? numbered('mrn', facts.mrn) : own, numbered('lrn', facts.lrn)];
  const declaration = joined(declared);
  if (declaration !== null) return declaration;
  const names = facts.references.map((reference) => ({
    rank: rankOf(reference),
    name: nameOf(reference, facts),
  }));
  const payment = payeeOf(facts) === null ? null : amountAndPayee(facts);
  const [best] = [...names, { rank: RANKS.indexOf('payee'), name: payment }]
    .filter(({ name }) => name !== null)
    .sort((a, b) => a.rank - b.rank);
  return best?.name ?? null;
}

/**
 * What a row is about in the light of its thread, whose other messages may name the declaration where this one does
 * not. A goods movement, and what is paid, keep their own names.
 */
export function subjectInThread(
  row: Pick<NotificationRow, 'kind' | 'type' | 'mrn' | 'lrn' | 'subject'>,
  thread: { readonly mrn: string | null; readonly lrn: string | null },
): string | null {
  const family = movementFamily(row);
  if (family === 'vehicle' || family === 'excise') return row.subject;
  return declarationName(row.mrn ?? thread.mrn, row.lrn ?? thread.lrn) ?? row.subject;
}

/** `MRN 26GB…, LRN ASH-1`; null where neither is known. */
export const declarationName = (mrn: string | null, lrn: string | null): string | null =>
  joined([numbered('mrn', mrn), numbered('lrn', lrn)]);

/** Goods movements and excise movements have a number of their own, whatever declarations travel with them. */
const OWN_NUMBER: Readonly<Partial<Record<MovementFamily, string>>> = { vehicle: 'gmr', excise: 'arc' };

function ownNumber(facts: SubjectFacts): string | null {
  const family = movementFamily(facts);
  const wanted = family === null ? undefined : OWN_NUMBER[family];
  const found = facts.references.find(({ kind }) => kind === wanted);
  return found === undefined ? null : numbered(found.kind, found.value);
}

/** What a person asks by comes first; `other` is any kind that is not listed, `payee` a payment by its amount and payee. */
const RANKS = [
  ...['mrn', 'gmr', 'arc', 'departure', 'arrival', 'mucr', 'ducr', 'consignment', 'lrn', 'file'],
  ...['dispute', 'order', 'payee', 'bps-transaction', 'purchase-request', 'payout', 'payment-request'],
  ...['plan', 'programme', 'ach-return', 'end-to-end', 'report', 'document', 'consent', 'other', 'payment'],
  ...['card', 'movement', 'batch', 'merchant', 'platform', 'client', 'conversation', 'box'],
];

const rankOf = ({ kind }: Reference): number =>
  RANKS.indexOf(RANKS.includes(kind) && kind !== 'payee' ? kind : 'other');

/** A file goes by its name and a card by its last four digits, where they are known; a card's own id says nothing. */
function nameOf({ kind, value }: Reference, { details }: SubjectFacts): string | null {
  if (kind === 'file') return numbered(kind, details.find(({ name }) => name === 'File')?.value ?? value);
  if (kind !== 'card') return numbered(kind, value);
  const ending = /^tok_[0-9a-f]+_(\d{4})$/.exec(value)?.[1];
  return ending === undefined ? null : `Card ending ${ending}`;
}

const numbered = (kind: string, value: string | null): string | null =>
  value === null || value.trim() === '' ? null : `${referenceWord(kind)} ${excerpt(value, LONGEST_VALUE)}`;

const joined = (parts: readonly (string | null)[]): string | null =>
  parts.some((part) => part !== null) ? parts.filter((part) => part !== null).join(', ') : null;

const LONGEST_VALUE = 80;
