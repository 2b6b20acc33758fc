/** A currency as ISO 4217 has it. */
export interface Currency {
  readonly alphabetic: string;
  readonly numeric: string;
  /** Digits after the point. */
  readonly exponent: number;
}

export const currencies = {
  GBP: { alphabetic: 'GBP', numeric: '826', exponent: 2 },
  EUR: { alphabetic: 'EUR', numeric: '978', exponent: 2 },
  USD: { alphabetic: 'USD', numeric: '840', exponent: 2 },
  JPY: { alphabetic: 'JPY', numeric: '392', exponent: 0 },
  KWD: { alphabetic: 'KWD', numeric: '414', exponent: 3 },
} as const satisfies Record<string, Currency>;

/** An amount in the smallest unit of its currency: 7550 are 75.50 pounds and 7550 yen. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** In major units, as clearings write amounts: 75.5. */
export const majorUnits = ({ minor, currency }: Money): number =>
  Number((minor / 10 ** currency.exponent).toFixed(currency.exponent));

/** As reversals of Business Payment Controls may write what replaces an amount: `000000007550`. */
export const zeroPadded = (minor: number): string => String(minor).padStart(12, '0');
