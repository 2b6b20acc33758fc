import { readDecimal, writeDecimal } from './exact-decimal.ts';

/**
 * A decimal number as people write it: `000.73` is `0.73`, `.5` is `0.5`, `+3.` is `3`. Exact, and with as many digits
 * after the point as it came with; what is no decimal number stays as it is.
 */
export function plainAmount(text: string): string {
  const value = readDecimal(text.trim());
  return value === null ? text : writeDecimal(value);
}

/** `75.50 USD`. */
export const amountWords = (amount: string, currency: string | null): string =>
  currency === null ? plainAmount(amount) : `${plainAmount(amount)} ${currency}`;
