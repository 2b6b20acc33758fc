import { AS_SENT, MERCHANT } from '../catalogue/detail-names.ts';
import { excerpt } from '../excerpt.ts';
import type { Facts } from '../notification.ts';
import { amountWords } from './plain-amount.ts';

type PaymentFacts = Pick<Facts, 'payments' | 'details' | 'outcome'>;

/** Whom a payment goes to: the merchant. People stay in the payload. Null where the message names none. */
export function payeeOf({ details }: Pick<Facts, 'details'>): string | null {
  const merchant = details.find(({ name }) => name === MERCHANT);
  return merchant === undefined ? null : excerpt(merchant.value, LONGEST_PAYEE);
}

/**
 * The first amount of a payment's notification and whom it goes to: `75.50 USD to Harbour Café`; either alone where
 * the other is not known, null where neither is. What the message names first is what the payer is charged.
 */
export function amountAndPayee(facts: PaymentFacts): string | null {
  const [payment] = facts.payments;
  const payee = payeeOf(facts);
  if (payment === undefined) return payee;
  const amount = amountWords(payment.amount, payment.currency);
  const told = payment.name.endsWith(AS_SENT) ? `${amount}${AS_SENT}` : amount;
  return payee === null ? told : `${told} ${facts.outcome === 'returned' ? 'from' : 'to'} ${payee}`;
}

const LONGEST_PAYEE = 60;
