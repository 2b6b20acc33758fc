import type { TaxBasis } from '../../shared/notification.ts';
import { money } from '../ui/format.ts';

/**
 * `20.00 % of £25,000.00, preference 100`: how one tax was worked out. A rate is per cent only where the message
 * gives the value that it is taken of.
 */
export function taxBasisWords({ base, quantity, rate, deducted, preference }: TaxBasis): string {
  const value = base === null ? null : money(base.amount, base.currency);
  const parts = [
    rateWords(rate, value),
    quantity === null ? null : `for ${[quantity.amount, quantity.unit].filter(Boolean).join(' ')}`,
    deducted === null ? null : `less ${money(deducted.amount, deducted.currency)}`,
    preference === null ? null : `preference ${preference}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function rateWords(rate: string | null, value: string | null): string | null {
  if (rate === null) return value === null ? null : `on ${value}`;
  return value === null ? `rate ${rate}` : `${rate} % of ${value}`;
}
