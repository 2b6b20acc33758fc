import type { DecodedPayment } from '../notification.ts';
import { addDecimals, readDecimal, writeDecimal, type ExactDecimal } from './exact-decimal.ts';
import { taxType, type TaxGroup } from './tax-type.ts';

export interface Money {
  /** Exact decimal string in major units, with as many digits after the point as the longest that went in. */
  readonly amount: string;
  readonly currency: string | null;
}

export interface KindSum extends Money {
  /** Tax type such as `B00`, or `header`. */
  readonly kind: string;
  /** In words. */
  readonly name: string;
  readonly group: TaxGroup | 'header';
}

export interface PaymentSums {
  /** In order of first appearance; one entry for each kind and currency. */
  readonly byKind: readonly KindSum[];
  /** Customs duties of all kinds; one entry for each currency. */
  readonly duty: readonly Money[];
  readonly vat: readonly Money[];
  readonly excise: readonly Money[];
  /** Everything together; one entry for each currency. */
  readonly total: readonly Money[];
}

/** What is to be paid, summed exactly; lines that only inform are left out. */
export const sumPayable = (payments: readonly DecodedPayment[]): PaymentSums =>
  sums(payments.filter(({ payable }) => payable));

/**
 * What CDS worked out as duty and tax, summed exactly, whether it is paid now, deferred or accounted for later:
 * the assessed amounts of the item lines that also have a payment. Lines that only inform repeat those.
 */
export const sumAssessed = (lines: readonly DecodedPayment[]): PaymentSums =>
  sums(
    lines.flatMap((line) =>
      line.kind !== 'header' && !line.informational && line.assessed !== null
        ? [{ ...line, amount: line.assessed }]
        : [],
    ),
  );

function sums(payments: readonly DecodedPayment[]): PaymentSums {
  const entries = payments.flatMap(({ kind, amount, currency }) => {
    const value = readDecimal(amount);
    return value === null ? [] : [{ kind, currency, value, ...described(kind) }];
  });
  const ofGroup = (wanted: TaxGroup) => totals(entries.filter(({ group }) => group === wanted));
  return {
    byKind: [...grouped(entries, ({ kind, currency }) => `${kind} ${currency ?? ''}`)].map((group) => {
      const [{ kind, name, group: taxGroup, currency }] = group;
      return { kind, name, group: taxGroup, amount: sum(group), currency };
    }),
    duty: ofGroup('duty'),
    vat: ofGroup('vat'),
    excise: ofGroup('excise'),
    total: totals(entries),
  };
}

interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly group: TaxGroup | 'header';
  readonly currency: string | null;
  readonly value: ExactDecimal;
}

const described = (kind: string): { readonly name: string; readonly group: TaxGroup | 'header' } =>
  kind === 'header' ? { name: 'Payment for the declaration', group: 'header' } : taxType(kind);

const totals = (entries: readonly Entry[]): readonly Money[] =>
  grouped(entries, ({ currency }) => currency ?? '').map((group) => ({
    amount: sum(group),
    currency: group[0].currency,
  }));

const sum = (entries: readonly Entry[]): string =>
  writeDecimal(entries.map(({ value }) => value).reduce(addDecimals, { units: 0n, scale: 0 }));

/** Entries by key, in order of first appearance; no group is empty. */
function grouped(entries: readonly Entry[], keyOf: (entry: Entry) => string): readonly [Entry, ...Entry[]][] {
  const groups = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}
