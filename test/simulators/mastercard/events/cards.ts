import { between, hexFrom, oneOf } from '../../cds/chance.ts';

/** A card that nobody holds: its number begins as Mastercard's test cards do and passes the Luhn check. */
export interface TestCard {
  readonly number: string;
  readonly guid: string;
  readonly expiry: { readonly year: number; readonly month: number };
}

/** A card that is good for some years after `at`, epoch milliseconds. */
export function testCard(random: () => number, at: number): TestCard {
  return {
    number: withCheckDigit(`52047400${digits(random, 7)}`),
    guid: `0ENT${hexFrom(random, 64)}${digits(random, 10)}`,
    expiry: { year: new Date(at).getUTCFullYear() + between(random, 1, 4), month: between(random, 1, 12) },
  };
}

/** The last four behind a run of marks, which is not always as long as the number was. */
export const masked = (random: () => number, { number }: TestCard): string =>
  oneOf(random, ['*'.repeat(16), '*'.repeat(12), 'X'.repeat(12)]) + number.slice(-4);

/** `2028-04` */
export const yearAndMonth = ({ expiry }: TestCard): string => `${expiry.year}-${twoDigits(expiry.month)}`;

/** `2804` */
export const shortExpiry = ({ expiry }: TestCard): string =>
  `${twoDigits(expiry.year % 100)}${twoDigits(expiry.month)}`;

export const twoDigits = (value: number): string => String(value).padStart(2, '0');

export const digits = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => between(random, 0, 9)).join('');

/** The digits with the one that makes their Luhn sum a multiple of ten. */
export function withCheckDigit(payload: string): string {
  const sum = Array.from(payload)
    .reverse()
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return `${payload}${(10 - (sum % 10)) % 10}`;
}
