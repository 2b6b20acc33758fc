import type { DecodedPayment } from '../../../../shared/notification.ts';
import { amountWords, plainAmount } from '../../../../shared/payments/plain-amount.ts';
import type { Amount } from './amounts.ts';

/**
 * One amount of a payment notification. Nothing is to be paid on it: it tells of money that a network or a bank
 * moves, and several notifications tell of the same money.
 */
export const paymentLine = (kind: string, name: string, { amount, currency }: Amount): DecodedPayment => ({
  kind,
  name,
  amount: plainAmount(amount),
  currency,
  item: null,
  payable: false,
  assessed: null,
  informational: true,
  basis: null,
});

/** `75.50 USD`. */
export const money = ({ amount, currency }: Pick<Amount, 'amount' | 'currency'>): string =>
  amountWords(amount, currency);
