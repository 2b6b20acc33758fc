import { hexFrom, oneOf, uuidFrom } from '../../cds/chance.ts';
import { digits, withCheckDigit } from '../../mastercard/events/cards.ts';
import type { JpmEvent, Members } from '../jpm-event.ts';

/** Members that replace those made up; `undefined` leaves one out. */
export interface EventDetails {
  readonly common?: Members;
  readonly content?: Members;
}

/** Makes up an event that happens at `at`, epoch milliseconds. */
export type EventFactory = (random: () => number, at: number, details?: EventDetails) => JpmEvent;

/** An event of these parts with its details put in. */
export function eventOf(
  family: string,
  subType: string,
  parts: { readonly common?: Members; readonly content: Members | null; readonly contentKey?: string },
  details: EventDetails = {},
): JpmEvent {
  const common = { ...parts.common, ...details.common };
  return {
    family,
    subType,
    ...(parts.contentKey === undefined ? {} : { contentKey: parts.contentKey }),
    ...(Object.keys(common).length > 0 ? { common } : {}),
    content:
      parts.content === null && details.content === undefined
        ? null
        : { ...parts.content, ...details.content },
  };
}

/** `2026-11-22T09:00:00.000Z` */
export const instant = (at: number): string => new Date(at).toISOString();

/** `2026-12-06` */
export const dayAfter = (at: number, days: number): string => instant(at + days * 86_400_000).slice(0, 10);

export const uuid = uuidFrom;

/** Such as `ORD-0147322`. */
export const reference = (random: () => number, beginning: string): string =>
  `${beginning}-${digits(random, 7)}`;

/** Such as `QY3F09BC`. */
export const code = (random: () => number): string => `QY${hexFrom(random, 6).toUpperCase()}`;

export const decimalAmount = (random: () => number): string => `${digits(random, 3)}.${digits(random, 2)}`;

export const currencyCode = (random: () => number): string => oneOf(random, ['USD', 'GBP', 'CAD', 'EUR']);

/** A card number that nobody holds: it begins as the card schemes' test cards do and passes the Luhn check. */
export const cardNumber = (random: () => number): string =>
  withCheckDigit(oneOf(random, [`4111111${digits(random, 8)}`, `55555555${digits(random, 7)}`]));
