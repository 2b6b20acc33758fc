import type { DecodedDetail, Reference } from '../../../../shared/notification.ts';
import { cardMark, type CardMark } from '../../cards/card-ending.ts';
import { detailsOf, identifierDetails } from '../payments/details.ts';
import type { Fields } from '../payments/fields.ts';

/** A card of a notification: its number as token or mask, and the network's own id of the account. */
export interface Card {
  readonly mark: CardMark | null;
  readonly guid: string | null;
}

/** A card from its object, whose number is called `number` or `accountNumber`. */
export const cardOf = (card: Fields): Card => ({
  mark: cardMark(card.text('number')) ?? cardMark(card.text('accountNumber')),
  guid: card.text('accountGuid'),
});

/**
 * What ties notifications of one card together: its token, and the network's id of the account, which also comes
 * where the number is masked. A masked number alone ties nothing: many cards end alike.
 */
export const cardReferences = ({ mark, guid }: Card): readonly Reference[] =>
  [mark?.token ?? null, guid].flatMap((value) => (value === null ? [] : [{ kind: 'card', value }]));

export const cardDetails = (virtual: Card, real: Card): readonly DecodedDetail[] =>
  detailsOf([
    ['Virtual card', ending(virtual)],
    ['Company card', ending(real)],
  ]);

const ending = ({ mark }: Card): string | null => (mark === null ? null : `ending ${mark.ending}`);

/**
 * What an authorization, its reversals and its clearing share. A Banknet reference is unique within one network and
 * processing day only, and a clearing gives neither: its notification has the bare reference. The last four of the
 * virtual card, which all of them give, stand in for both: two payments of one company with the same reference and
 * the same last four are not to be expected within what an inbox holds. Null without a Banknet reference; without a
 * card the reference stands alone.
 */
export function paymentReference(banknet: string | null, card: Card): Reference | null {
  if (banknet === null || PLACEHOLDER.test(banknet)) return null;
  const value = [banknet.replace(/\s+/g, ' ').slice(0, LONGEST), card.mark?.ending].filter(isGiven).join(' ');
  return { kind: 'payment', value };
}

/** Zeros and nines stand for no reference. */
const PLACEHOLDER = /^(0+|9+)$/;
const LONGEST = 64;
const isGiven = (part: string | undefined): part is string => part !== undefined && part !== '';

/**
 * The Banknet reference in a trace id: network code (three characters), reference (six to nine), day (MMDD). A
 * reversal carries the trace of what it takes back.
 */
export const banknetOfTrace = (traceId: string | null): string | null =>
  /^[A-Z0-9]{3}([A-Z0-9]{6,9})\s*\d{4}$/i.exec(traceId ?? '')?.[1] ?? null;

/** The company's request for the virtual card; an integer in most subjects, a string in one. */
export const purchaseReference = (id: string | null): readonly Reference[] =>
  id === null ? [] : [{ kind: 'purchase-request', value: id }];

/** Each reference once. */
export const distinct = (references: readonly (Reference | null)[]): Reference[] => {
  const known = new Map(
    references.flatMap((one) => (one === null ? [] : [[`${one.kind} ${one.value}`, one]])),
  );
  return [...known.values()];
};

export const purchaseDetails = (request: Fields): readonly DecodedDetail[] => [
  ...identifierDetails([['Purchase request', request.text('purchaseRequestId')]]),
  ...detailsOf([['Company card alias', request.text('rcnAlias')]]),
];
