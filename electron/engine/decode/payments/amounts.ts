import { readDecimal, writeDecimal } from '../../../../shared/payments/exact-decimal.ts';
import { currencyOf } from './currencies.ts';

/** An amount as it can be shown. */
export interface Amount {
  /** Decimal string in major units; as sent where `problem` says why it is not. */
  readonly amount: string;
  /** Alphabetic code; the code as sent where it is not in ISO 4217, null where none came. */
  readonly currency: string | null;
  readonly problem: string | null;
}

/**
 * An amount sent in minor units (`7550` USD is `75.50`, `9110` JPY is `9110`), with the currency's own number of
 * digits, never a fixed hundred. Zeros in front are dropped. Where the currency is not known, or the amount is no
 * whole number, it stays as sent: wrong by a hundred is worse than unformatted.
 */
export function major(minorUnits: string, code: string | null): Amount {
  const sent = minorUnits.trim();
  const currency = currencyOf(code);
  const value = readDecimal(sent);
  if (value === null) return asSent(sent, code, 'is not a number');
  if (currency === null)
    return asSent(sent, code, 'has no currency that is known, so its unit is not either');
  const divisor = 10n ** BigInt(value.scale);
  if (value.units % divisor !== 0n) return asSent(sent, code, 'should be in whole minor units and is not');
  const amount = writeDecimal({ units: value.units / divisor, scale: currency.exponent });
  return { amount, currency: currency.alpha, problem: null };
}

/** An amount sent in major units (`12.3` USD is `12.30`); digits beyond the currency's own are kept unless zero. */
export function asMajor(majorUnits: string, code: string | null): Amount {
  const sent = majorUnits.trim();
  const currency = currencyOf(code);
  const value = readDecimal(sent);
  if (value === null) return asSent(sent, code, 'is not a number');
  if (currency === null) return asSent(sent, code, 'has no currency that is known');
  let { units, scale } = value;
  while (scale > currency.exponent && units % 10n === 0n) {
    units /= 10n;
    scale--;
  }
  const missing = Math.max(0, currency.exponent - scale);
  const amount = writeDecimal({ units: units * 10n ** BigInt(missing), scale: scale + missing });
  return { amount, currency: currency.alpha, problem: null };
}

function asSent(sent: string, code: string | null, why: string): Amount {
  const amount = sent.slice(0, LONGEST);
  const currency = currencyOf(code)?.alpha ?? code?.trim().slice(0, LONGEST) ?? null;
  const named = currency === null ? amount : `${amount} ${currency}`;
  return { amount, currency, problem: `the amount ${named} ${why}: it is shown as sent` };
}

const LONGEST = 40;
