import { expect, it } from 'vitest';
import type { TaxBasis } from '../../shared/notification.ts';
import { taxBasisWords } from './tax-basis-words.ts';

const nothing: TaxBasis = { base: null, quantity: null, rate: null, deducted: null, preference: null };
const pounds = (amount: string) => ({ amount, currency: 'GBP' });

it.each<[Partial<TaxBasis>, string]>([
  [{ base: pounds('25000.00'), rate: '20.00', preference: '100' }, '20.00 % of £25,000.00, preference 100'],
  [{ rate: '9.70', preference: '300' }, 'rate 9.70, preference 300'],
  [{ base: pounds('80.50') }, 'on £80.50'],
  [{ quantity: { amount: '12.5', unit: 'LTR' }, rate: '28.74' }, 'rate 28.74, for 12.5 LTR'],
  [{ quantity: { amount: '7', unit: null } }, 'for 7'],
  [{ base: pounds('100'), rate: '2', deducted: pounds('0.40') }, '2 % of £100, less £0.40'],
  [{}, ''],
])('of %j says %s', (given, words) => {
  expect(taxBasisWords({ ...nothing, ...given })).toBe(words);
});
