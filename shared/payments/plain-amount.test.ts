import { expect, it } from 'vitest';
import { amountWords, plainAmount } from './plain-amount.ts';

it.each([
  ['000.73', '0.73'],
  ['0073', '73'],
  ['.5', '0.5'],
  ['+3.', '3'],
  ['-000.50', '-0.50'],
  ['12.300', '12.300'],
  ['0.00', '0.00'],
  ['12,50', '12,50'],
  ['about 7', 'about 7'],
])('an amount of %s reads %s', (sent, plain) => {
  expect([plainAmount(sent), amountWords(sent, 'GBP')]).toEqual([plain, `${plain} GBP`]);
});
