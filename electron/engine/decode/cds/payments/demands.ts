import type { DecodedPayment } from '../../../../../shared/notification.ts';
import { amountWords } from '../../../../../shared/payments/plain-amount.ts';
import type { WcoDate } from '../wco-date.ts';

/** A payment for the declaration as a whole. A declaration may have several, each under a reference of its own. */
export interface Demand {
  readonly line: DecodedPayment | null;
  readonly reference: string | null;
  readonly guarantees: readonly string[];
  readonly due: WcoDate;
  /** Whether its amount is nothing, or less. */
  readonly isForNothing: boolean;
}

/** What to quote with a payment: `QS77`, or with what is paid under each where there are several: `QS77: 10.00 GBP`. */
export const paymentReferences = (demands: readonly Demand[]): readonly string[] =>
  inWords(demands, ({ reference, isForNothing }) => (reference === null || isForNothing ? [] : [reference]));

/** The deferment accounts and guarantees, in words as the references are. */
export const guaranteesOf = (demands: readonly Demand[]): readonly string[] =>
  inWords(demands, ({ guarantees }) => guarantees);

function inWords(
  demands: readonly Demand[],
  namesOf: (demand: Demand) => readonly string[],
): readonly string[] {
  const [only, ...others] = demands.filter(
    ({ line, reference, guarantees }) => line !== null || reference !== null || guarantees.length > 0,
  );
  if (only === undefined) return [];
  if (others.length === 0) return [...new Set(namesOf(only))];
  const hasOneDate = new Set(demands.map(({ due }) => due.words)).size === 1;
  const all = [only, ...others].flatMap((demand) => {
    const names = [...new Set(namesOf(demand))];
    if (names.length === 0) return [];
    // One amount for several guarantees: beside each it would read as if it were asked several times.
    const together = names.length === 1 ? '' : ' together';
    const terms = [amountOf(demand), hasOneDate ? null : dueWords(demand)].filter((term) => term !== null);
    return [`${names.join(', ')}${terms.length === 0 ? '' : `${together}: ${terms.join(', ')}`}`];
  });
  return [...new Set(all)];
}

function amountOf({ line }: Demand): string | null {
  if (line === null || line.informational) return null;
  return amountWords(line.amount, line.currency);
}

const dueWords = ({ due, isForNothing }: Demand): string | null =>
  due.words === null || isForNothing ? null : `by ${due.words}`;
