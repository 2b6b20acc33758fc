import { addDecimals, readDecimal, writeDecimal } from '../../shared/payments/exact-decimal.ts';
import { sumAssessed, sumPayable, type KindSum, type Money } from '../../shared/payments/sum-payments.ts';
import type { ThreadEntry } from '../../shared/thread.ts';

/** Decimal strings in major units; null where nothing was worked out, or nothing is to be paid. */
interface Amounts {
  readonly assessed: string | null;
  readonly payable: string | null;
  readonly currency: string | null;
}

export interface KindAmounts extends Amounts {
  /** Tax type such as `B00`, or `header`. */
  readonly kind: string;
  readonly name: string;
  readonly group: KindSum['group'];
}

/** Duty, VAT or excise as a whole with the kinds that it is made of, or one kind that is none of these. */
export interface AmountLine extends Amounts {
  readonly name: string;
  readonly kinds: readonly KindAmounts[];
}

export interface Calculation {
  readonly entry: ThreadEntry;
  readonly stage: CalculationStage;
  readonly lines: readonly AmountLine[];
  /** Everything together; one for each currency. */
  readonly totals: readonly Amounts[];
  /** How many lines only inform; they are in no sum. */
  readonly informational: number;
  /** A later calculation that is less than this one: what an amendment may lead to. */
  readonly later: { readonly entry: ThreadEntry; readonly stage: CalculationStage } | null;
}

export type CalculationStage = keyof typeof stageWords;

export const stageWords = {
  final: 'final calculation',
  provisional: 'provisional calculation',
  indicative: 'indicative calculation',
  unnamed: 'calculation',
} as const;

/** The calculation that counts: the latest final one, else provisional, else indicative. Entries are newest first. */
export function latestCalculation(entries: readonly ThreadEntry[]): Calculation | null {
  const all = entries
    .filter(({ kind, functionCode }) => kind === 'dms' && functionCode === '13')
    .map((entry) => ({ entry, stage: stageOf(entry) }));
  for (const stage of ORDER) {
    const place = all.findIndex((one) => one.stage === stage);
    const found = all[place];
    if (found === undefined) continue;
    return { ...found, ...amountsOf(found.entry), later: place > 0 ? (all[0] ?? null) : null };
  }
  return null;
}

/** What one message asks to be paid; one for each currency. */
export const askedOf = ({ payments }: Pick<ThreadEntry, 'payments'>): readonly Money[] =>
  sumPayable(payments).total;

const ORDER: readonly CalculationStage[] = ['final', 'provisional', 'indicative', 'unnamed'];

/** Status codes of a DMSTAX, as HMRC's published messages name them. */
const STAGES: Readonly<Record<string, CalculationStage>> = {
  '4': 'final',
  '115': 'provisional',
  '67': 'indicative',
};

const stageOf = ({ statusCode }: ThreadEntry): CalculationStage => STAGES[statusCode ?? ''] ?? 'unnamed';

function amountsOf({ payments }: ThreadEntry): Pick<Calculation, 'lines' | 'totals' | 'informational'> {
  const assessed = sumAssessed(payments);
  const payable = sumPayable(payments);
  const kinds = [...kindsOf(assessed.byKind, payable.byKind)].sort(
    (one, other) => GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group),
  );
  const groups = new Map<string, [KindAmounts, ...KindAmounts[]]>();
  for (const kind of kinds) {
    const key = `${GROUP_NAMES[kind.group] === undefined ? kind.kind : kind.group} ${kind.currency ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [kind]);
    else group.push(kind);
  }
  return {
    lines: [...groups.values()].map(lineOf),
    totals: totalsOf(kinds),
    informational: payments.filter(({ informational }) => informational).length,
  };
}

function kindsOf(assessed: readonly KindSum[], payable: readonly KindSum[]): readonly KindAmounts[] {
  const keyOf = ({ kind, currency }: KindSum) => `${kind} ${currency ?? ''}`;
  const amounts = (sums: readonly KindSum[]) => new Map(sums.map((sum) => [keyOf(sum), sum.amount]));
  const [worked, asked] = [amounts(assessed), amounts(payable)];
  const all = new Map([...assessed, ...payable].map((sum) => [keyOf(sum), sum]));
  return [...all].map(([key, { kind, name, group, currency }]) => ({
    ...{ kind, name, group, currency },
    assessed: worked.get(key) ?? null,
    payable: asked.get(key) ?? null,
  }));
}

const GROUPS: readonly KindSum['group'][] = ['duty', 'vat', 'excise', 'other', 'header'];

const GROUP_NAMES: Readonly<Partial<Record<KindSum['group'], string>>> = {
  duty: 'Duty',
  vat: 'VAT',
  excise: 'Excise',
};

function lineOf(group: [KindAmounts, ...KindAmounts[]]): AmountLine {
  const [first] = group;
  return {
    ...together(group),
    name: GROUP_NAMES[first.group] ?? first.name,
    kinds: group,
  };
}

function totalsOf(kinds: readonly KindAmounts[]): readonly Amounts[] {
  const currencies = [...new Set(kinds.map(({ currency }) => currency))];
  return currencies.map((currency) => together(kinds.filter((kind) => kind.currency === currency)));
}

const together = (all: readonly Amounts[]): Amounts => ({
  assessed: sum(all.map(({ assessed }) => assessed)),
  payable: sum(all.map(({ payable }) => payable)),
  currency: all[0]?.currency ?? null,
});

/** Exact; null where there is nothing to add up. */
function sum(amounts: readonly (string | null)[]): string | null {
  const values = amounts.flatMap((amount) => (amount === null ? [] : (readDecimal(amount) ?? [])));
  return values.length === 0 ? null : writeDecimal(values.reduce(addDecimals));
}
