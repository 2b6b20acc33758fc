import type { Facts } from '../../../../shared/notification.ts';

/**
 * What can be searched of a payment notification: its title, type, details, amounts and references. Made from what
 * is shown and never from the payload, so that it holds nothing personal and no card number.
 */
export const searchTextOf = (facts: Facts): string =>
  [
    facts.title,
    facts.type,
    facts.messageId ?? '',
    ...facts.references.map(({ value }) => value),
    ...facts.details.map(({ value }) => value),
    ...facts.payments.flatMap(({ amount, currency }) => [amount, currency ?? '']),
    ...facts.errors.flatMap(({ code, description }) => [code, description ?? '']),
  ]
    .filter((word) => word !== '')
    .join(' ')
    .slice(0, MOST_CHARACTERS);

const MOST_CHARACTERS = 65_536;
