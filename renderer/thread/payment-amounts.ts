import type { DecodedPayment } from '../../shared/notification.ts';
import type { ThreadEntry } from '../../shared/thread.ts';

/** One amount of a payment network's message, with the message that named it. */
export interface NamedAmount {
  readonly entry: ThreadEntry;
  readonly payment: DecodedPayment;
}

/**
 * Every amount in the life of a payment, newest message first. They are never added up: an authorisation and its
 * clearing tell of the same money.
 */
export const paymentAmounts = (entries: readonly ThreadEntry[]): readonly NamedAmount[] =>
  entries
    .filter(({ kind }) => kind === 'payment')
    .flatMap((entry) => entry.payments.map((payment) => ({ entry, payment })));

/** `7550.00 USD`: the digits as they are, for those that are shown as sent must not look like others. */
export const amountWords = ({ amount, currency }: Pick<DecodedPayment, 'amount' | 'currency'>): string =>
  currency === null ? amount : `${amount} ${currency}`;
