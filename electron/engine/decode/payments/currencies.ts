import { data as published } from 'currency-codes';

export interface Currency {
  /** Such as `GBP`. */
  readonly alpha: string;
  /** Such as `826`. */
  readonly numeric: string;
  /** How many digits its minor unit has: 2 for GBP, 0 for JPY, 3 for KWD. */
  readonly exponent: number;
}

/** The currency of an ISO 4217 code, letters or digits (`GBP`, `826`, `36` for `036`); null where there is none. */
export function currencyOf(code: string | null): Currency | null {
  const key = code?.trim().toUpperCase() ?? '';
  return currencies.get(/^\d{1,2}$/.test(key) ? key.padStart(3, '0') : key) ?? null;
}

/**
 * Of the published list, what is later than its edition or was withdrawn lately and may still occur. XCG took the number of
 * ANG over, at par.
 */
const BESIDE: readonly Currency[] = [
  { alpha: 'HRK', numeric: '191', exponent: 2 },
  { alpha: 'SLL', numeric: '694', exponent: 2 },
  { alpha: 'XAD', numeric: '396', exponent: 2 },
  { alpha: 'XCG', numeric: '532', exponent: 2 },
  { alpha: 'ZWL', numeric: '932', exponent: 2 },
];

/** Metals, units of account, test and "no currency": the standard gives them no minor unit. */
const WITHOUT_MINOR_UNIT: ReadonlySet<string> = new Set(
  'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' '),
);

const currencies: ReadonlyMap<string, Currency> = new Map(
  [
    ...published
      .filter(({ code }) => !WITHOUT_MINOR_UNIT.has(code) && code !== 'ANG')
      .map(({ code, number, digits }) => ({ alpha: code, numeric: number, exponent: digits })),
    ...BESIDE,
  ].flatMap((currency) => [[currency.alpha, currency] as const, [currency.numeric, currency] as const]),
);
