import { between, hexFrom, oneOf } from '../../cds/chance.ts';
import { digits, testCard, twoDigits, type TestCard } from './cards.ts';
import { currencies, type Money } from './money.ts';

/** An invented firm that takes cards; none of them trades. */
export interface Merchant {
  readonly name: string;
  readonly city: string;
  /** Two letters, three digits: ISO 3166. */
  readonly country: readonly [string, string];
  readonly category: readonly [string, string];
  readonly currency: keyof typeof currencies;
}

/** One use of a virtual card: what its authorization, its reversal and its clearing have in common. */
export interface Purchase {
  readonly merchant: Merchant;
  readonly merchantId: string;
  readonly terminalId: string;
  /** What the merchant asks. */
  readonly amount: Money;
  /** What the holder of the card is charged. */
  readonly billed: Money;
  readonly virtualCard: TestCard;
  readonly realCard: TestCard;
  /** Six digits. */
  readonly stan: string;
  /** The network's reference, by which an authorization and its clearing find each other. */
  readonly banknet: string;
  readonly retrievalReference: string;
  readonly authorizationCode: string;
  readonly purchaseRequestId: number;
  readonly rcnAlias: string;
  readonly companyId: number;
  readonly companyGuid: string;
  readonly issuerGuid: string;
  /** When it was authorized, epoch milliseconds. */
  readonly at: number;
}

/** A purchase at `at`, epoch milliseconds. */
export function madeUpPurchase(random: () => number, at: number, changes: Partial<Purchase> = {}): Purchase {
  const merchant = changes.merchant ?? oneOf(random, merchants);
  const currency = currencies[merchant.currency];
  const minor =
    between(random, 5, 4000) * 10 ** currency.exponent + between(random, 0, 10 ** currency.exponent - 1);
  const amount = changes.amount ?? { minor, currency };
  return {
    merchant,
    merchantId: digits(random, 15),
    terminalId: digits(random, 8),
    amount,
    billed: inPounds(amount),
    virtualCard: testCard(random, at),
    realCard: testCard(random, at),
    stan: digits(random, 6),
    banknet: Array.from({ length: 6 }, () => oneOf(random, LETTERS_AND_DIGITS)).join(''),
    retrievalReference: digits(random, 12),
    authorizationCode: digits(random, 6),
    purchaseRequestId: between(random, 7_000_000, 7_999_999),
    rcnAlias: oneOf(random, ['Felixstowe desk', 'Dover desk', 'Air freight']),
    companyId: 310_552,
    companyGuid: `SENT${hexFrom(random, 64).toUpperCase()}`,
    issuerGuid: `SENT${hexFrom(random, 64).toUpperCase()}`,
    at,
    ...changes,
  };
}

/** What a customs broker pays by card. */
export const merchants: readonly Merchant[] = [
  {
    name: 'Orwell Quay Storage',
    city: 'Felixstowe',
    country: ['GB', '826'],
    category: ['4225', 'Public Warehousing'],
    currency: 'GBP',
  },
  {
    name: 'Marsh End Haulage',
    city: 'Tilbury',
    country: ['GB', '826'],
    category: ['4214', 'Motor Freight'],
    currency: 'GBP',
  },
  {
    name: 'Havenkade Depot',
    city: 'Rotterdam',
    country: ['NL', '528'],
    category: ['4225', 'Public Warehousing'],
    currency: 'EUR',
  },
  {
    name: 'Bluewater Line',
    city: 'Newark',
    country: ['US', '840'],
    category: ['4411', 'Steamship Lines'],
    currency: 'USD',
  },
  {
    name: 'Minato Forwarding',
    city: 'Yokohama',
    country: ['JP', '392'],
    category: ['4789', 'Transport Services'],
    currency: 'JPY',
  },
  {
    name: 'Gulf Pier Agency',
    city: 'Kuwait City',
    country: ['KW', '414'],
    category: ['4789', 'Transport Services'],
    currency: 'KWD',
  },
];

export const merchantAt = (currency: Merchant['currency']): Merchant => {
  const found = merchants.find((merchant) => merchant.currency === currency);
  if (!found) throw new Error(`no merchant takes ${currency}`);
  return found;
};

/** Who bought, as both services of In Control write it. */
export const purchaseRequestOf = (purchase: Purchase) => ({
  purchaseRequestId: purchase.purchaseRequestId,
  rcnAlias: purchase.rcnAlias,
  companyId: purchase.companyId,
  companyGuid: purchase.companyGuid,
  issuerGuid: purchase.issuerGuid,
});

/** Network, reference and day; two blanks where a longer day could stand. */
export const traceIdOf = ({ banknet, at }: Purchase): string => `MCC${banknet}${monthAndDay(at)}  `;

/** `1122` for the 22nd of November, UTC. No year. */
export const monthAndDay = (at: number): string => {
  const date = new Date(at);
  return `${twoDigits(date.getUTCMonth() + 1)}${twoDigits(date.getUTCDate())}`;
};

/** `094011`, UTC. */
export const timeOfDay = (at: number): string => new Date(at).toISOString().slice(11, 19).replaceAll(':', '');

/** At rates that never change. */
function inPounds({ minor, currency }: Money): Money {
  const rate = { GBP: 1, EUR: 0.85, USD: 0.76, JPY: 0.0051, KWD: 2.48 }[currency.alphabetic] ?? 1;
  const pence = Math.round((minor / 10 ** currency.exponent) * rate * 100);
  return { minor: currency.alphabetic === 'GBP' ? minor : pence, currency: currencies.GBP };
}

const LETTERS_AND_DIGITS = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
