import { PAYMENT_REFERENCE } from './catalogue/detail-names.ts';
import { excerpt } from './excerpt.ts';
import type { DecodedAmendment, DecodedError, Facts } from './notification.ts';
import { amountAndPayee } from './payments/amount-and-payee.ts';
import { amountWords } from './payments/plain-amount.ts';
import { sumAssessed, sumPayable, type Money } from './payments/sum-payments.ts';

/**
 * The one fact that decides beside the title: what the decoder says it is, else what is wrong in how many places and
 * where first, the amount and to whom, what changed, else what the message says first of itself. Null where the title
 * or the deadline says it all: a limit is an instant and is shown beside it. At most 160 characters.
 */
export function keyFactOf(facts: Facts): string | null {
  const fact =
    facts.keyFact ??
    paymentFact(facts) ??
    holdFact(facts) ??
    errorsFact(facts.errors) ??
    taxFact(facts) ??
    amendmentsFact(facts.amendments) ??
    firstDetail(facts) ??
    unreadFact(facts);
  return fact === null ? null : excerpt(fact, LONGEST);
}

const LONGEST = 160;

/** The amount and to whom; where it was refused, why. */
function paymentFact(facts: Facts): string | null {
  if (facts.kind !== 'payment') return null;
  const paid = amountAndPayee(facts);
  const [refusal] = facts.errors;
  const why = refusal?.meaning ?? refusal?.description ?? null;
  const parts = [paid, why].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('. ');
}

/** Who holds the goods of a declaration, or ends it, lists why among the errors: nothing was done wrong and nothing is counted. */
function holdFact(facts: Facts): string | null {
  const isHold = facts.outcome === 'held' || facts.outcome === 'cancelled';
  if (facts.kind !== 'dms' || !isHold) return null;
  const [why] = facts.errors;
  return firstDetail(facts) ?? why?.meaning ?? why?.description ?? null;
}

/** `3 errors, first: goods item 2, commodity code: not a valid code`. */
function errorsFact(errors: readonly DecodedError[]): string | null {
  const first = errors.find(({ advisory }) => !advisory) ?? errors[0];
  if (first === undefined) return null;
  const noun = errors.every(({ advisory }) => advisory) ? 'warning' : 'error';
  const what = first.meaning ?? first.description ?? first.code;
  return counted(errors.length, noun, [whereOf(first), what].filter((part) => part !== null).join(': '));
}

/** `2 changes, first: goods item 1, price`. */
function amendmentsFact(amendments: readonly DecodedAmendment[]): string | null {
  const [first] = amendments;
  if (first === undefined) return null;
  const what = whereOf(first) ?? first.meaning ?? first.description;
  return what === null ? null : counted(amendments.length, 'change', what);
}

const whereOf = ({ path, item, pointer }: DecodedError | DecodedAmendment): string | null =>
  path ?? (item === null ? pointer : `goods item ${item}`);

const counted = (count: number, noun: string, first: string): string =>
  count === 1 ? `1 ${noun}: ${first}` : `${count} ${noun}s, first: ${first}`;

/** What is to be paid; where nothing is, what was assessed. */
function taxFact({ payments }: Facts): string | null {
  if (payments.length === 0) return null;
  const due = sumPayable(payments).total.filter(isSomething);
  if (due.length > 0) return `${sumWords(due)} to pay`;
  const assessed = sumAssessed(payments).total.filter(isSomething);
  if (assessed.length > 0) return `nothing to pay now, ${sumWords(assessed)} assessed`;
  const [first] = payments;
  return first === undefined ? null : `${first.name}: ${amountWords(first.amount, first.currency)}`;
}

const sumWords = (sums: readonly Money[]): string =>
  sums.map(({ amount, currency }) => amountWords(amount, currency)).join(' and ');

const isSomething = ({ amount }: Money): boolean => /[1-9]/.test(amount);

/** Details are in the order in which a person wants to read them. */
function firstDetail({ details }: Facts): string | null {
  const first = details.find(
    ({ name, value }) => !NEVER_DECIDE.has(name) && !FREE_TEXT.test(name) && !A_DATE.test(value),
  );
  return first === undefined ? null : `${first.name}: ${first.value}`;
}

/** What somebody wrote may name a person: it is for whoever opens the message, not for a list or an alert. */
const FREE_TEXT = /\bwords\b/;
const A_DATE = /^\d{4}-\d\d-\d\d/;

/** Limits are shown as such; bank details, dates and numbers say what to do next and not what has happened. */
const NEVER_DECIDE: ReadonlySet<string> = new Set([
  PAYMENT_REFERENCE,
  ...['Time limit', 'Pay by', 'Bank (BIC)', 'Bank account (IBAN)', 'Deferment account or guarantee'],
  ...['Office of first entry', 'Office of departure', 'Office of destination', 'Trader at destination'],
  ...['File', 'File reference', 'Batch', 'More errors', 'Closed at', 'Rejected at'],
]);

const unreadFact = ({ kind, problems }: Facts): string | null =>
  kind === 'unrecognised' ? (problems[0] ?? null) : null;
