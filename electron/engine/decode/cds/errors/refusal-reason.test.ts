import { expect, it } from 'vitest';
import { refusalReason } from './refusal-reason.ts';

const NO_OTHER = 'Such a check normally only warns, but this rejection gives no other reason.';

it('says why a rejection gives a credibility check as its reason, and what to do about it', () => {
  expect(['CDS13000', 'dms14000', 'CDS13001'].map((code) => refusalReason(code))).toEqual([
    {
      meaning: `A value looks unlikely for these goods, for example the price per kilo. ${NO_OTHER}`,
      nextStep:
        'Compare value, weight and quantity with the invoice. Correct what is wrong and submit again; if nothing is, contact HMRC.',
    },
    {
      meaning: `A figure that counts against a quota looks unlikely. ${NO_OTHER}`,
      nextStep:
        'Compare the quantity with the invoice. Correct what is wrong and submit again; if nothing is, contact HMRC.',
    },
    {
      meaning: `A figure looks unlikely for these goods. ${NO_OTHER} Quayside does not know CDS13001 more closely.`,
      nextStep:
        'Compare the figures with the invoice. Correct what is wrong and submit again; if nothing is, contact HMRC.',
    },
  ]);
});
