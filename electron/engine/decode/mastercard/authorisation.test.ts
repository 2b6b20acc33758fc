import { expect, it } from 'vitest';
import { mastercardDecoder } from './mastercard-decoder.ts';
import { authorisation, notification } from './notification.fixture.ts';

const read = (content: unknown) =>
  mastercardDecoder.decode(notification('PAYMENT_AUTHORIZATION', content))[0].facts;

it('an authorisation that checks a card has no amount, and none in its title', () => {
  const check = {
    ...authorisation,
    responseCode: '85',
    billingAmount: 0,
    transactionAmount: '000000000000',
  };
  const { title, attention, outcome } = read(check);
  const withAmount = read({ ...check, transactionAmount: 7550 });
  expect([title, attention, outcome, withAmount.title, withAmount.outcome]).toEqual([
    'Card checked, nothing charged',
    'info',
    'approved',
    'Payment answered, result not known: 0.00 GBP',
    'unknown',
  ]);
});

it.each([
  ['0410', '51', 'Reversal refused: 59.95 GBP', 'request-denied', ['Refused: not enough funds or credit']],
  [
    '0430',
    '5',
    'Reversal refused: 59.95 GBP',
    'request-denied',
    ['Refused: refused by the issuer without a reason'],
  ],
  [410, '51', 'Reversal refused: 59.95 GBP', 'request-denied', ['Refused: not enough funds or credit']],
  ['0410', 'ZZ', 'Reversal answered, result not known: 59.95 GBP', 'unknown', []],
  ['0410', '00', 'Payment reversed: 59.95 GBP', 'returned', []],
  ['0430', null, 'Payment reversed: 59.95 GBP', 'returned', []],
  ['0400', '51', 'Payment reversed: 59.95 GBP', 'returned', []],
  ['0420', '51', 'Payment reversed: 59.95 GBP', 'returned', []],
  [420, '51', 'Payment reversed: 59.95 GBP', 'returned', []],
])(
  'a reversal of type %s with the answer %s: %s',
  (messageTypeIndicator, responseCode, title, outcome, refusals) => {
    const replacementAmounts = { billingAmount: 1000 };
    const message = { ...authorisation, messageTypeIndicator, responseCode, replacementAmounts };
    const told = read(message);
    const isLeft = told.payments.some(({ kind }) => kind === 'replacement-billing');
    expect([told.title, told.outcome, told.errors.map(({ meaning }) => meaning), isLeft]).toEqual([
      title,
      outcome,
      refusals,
      outcome === 'returned',
    ]);
  },
);

it.each([['5'], [5]])('an answer that has lost its zero is a refusal as well: %j', (responseCode) => {
  const { title, attention, statusCode } = read({ ...authorisation, responseCode });
  expect([title, attention, statusCode]).toEqual(['Payment declined: 59.95 GBP', 'act', '5']);
});
