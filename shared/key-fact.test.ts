import { describe, expect, it } from 'vitest';
import { notificationFacts } from '../test/support/notification-row.ts';
import { keyFactOf } from './key-fact.ts';
import type { DecodedAmendment, DecodedError, DecodedPayment, Facts } from './notification.ts';

const error = (known: Partial<DecodedError> = {}): DecodedError => ({
  ...{ code: 'CDS12056', meaning: 'The value is not valid.', advisory: false, pointer: null },
  ...{
    path: 'Goods item 2, commodity code',
    dataElement: '6/14',
    item: 2,
    description: null,
    nextStep: null,
  },
  ...known,
});
const payment = (amount: string, known: Partial<DecodedPayment> = {}): DecodedPayment => ({
  ...{ kind: 'B00', name: 'VAT', amount, currency: 'GBP', item: 1, payable: true, assessed: amount },
  ...{ informational: false, basis: null },
  ...known,
});
const amendment = (known: Partial<DecodedAmendment> = {}): DecodedAmendment => ({
  ...{ reason: '28', meaning: null, pointer: null, path: 'Goods item 1, price', dataElement: null },
  ...{ item: 1, description: null },
  ...known,
});
const factOf = (known: Partial<Facts>) => keyFactOf(notificationFacts(known));

describe('the one fact that decides', () => {
  it('is what the decoder says it is, before all else', () => {
    expect(factOf({ keyFact: 'waiting for discrepancies to be resolved', errors: [error()] })).toBe(
      'waiting for discrepancies to be resolved',
    );
  });

  it.each([
    [[error()], '1 error: Goods item 2, commodity code: The value is not valid.'],
    [
      [error({ advisory: true, path: 'Header' }), error(), error({ item: 7 })],
      '3 errors, first: Goods item 2, commodity code: The value is not valid.',
    ],
    [[error({ path: null })], '1 error: goods item 2: The value is not valid.'],
    [[error({ path: null, item: null, meaning: null, pointer: '42A/67A' })], '1 error: 42A/67A: CDS12056'],
    [[error({ path: null, item: null, meaning: null, description: 'Short' })], '1 error: Short'],
    [
      [error({ advisory: true }), error({ advisory: true })],
      '2 warnings, first: Goods item 2, commodity code: The value is not valid.',
    ],
  ])('is what is wrong in how many places and where first (%#)', (errors, fact) => {
    expect(factOf({ errors })).toBe(fact);
  });

  it('is, of a hold or an end, why, and no error', () => {
    const errors = [error({ meaning: 'The pre-lodged declaration was not presented in time.' })];
    expect([
      factOf({ outcome: 'cancelled', errors }),
      factOf({ outcome: 'held', errors, details: [{ name: 'Defra decision', value: 'H01: not decided' }] }),
    ]).toEqual(['The pre-lodged declaration was not presented in time.', 'Defra decision: H01: not decided']);
  });

  it.each([
    [[payment('000.73')], '0.73 GBP to pay'],
    [[payment('20.10'), payment('4'), payment('1', { currency: 'EUR' })], '24.10 GBP and 1 EUR to pay'],
    [[payment('0.00', { payable: false, assessed: '70.50' })], 'nothing to pay now, 70.50 GBP assessed'],
    [[payment('9.00', { informational: true, payable: false, assessed: null })], 'VAT: 9.00 GBP'],
  ])('is what is to pay, of tax (%#)', (payments, fact) => {
    expect(factOf({ payments })).toBe(fact);
  });

  it('is the amount and to whom, of a payment, and why where it was refused', () => {
    const paid = payment('161.00', { currency: 'USD', name: 'Billed to the card' });
    const details = [{ name: 'Merchant', value: 'Jasper' }];
    const refused = [error({ meaning: 'Declined: the card is lost' })];
    expect([
      factOf({ kind: 'payment', payments: [paid], details }),
      factOf({ kind: 'payment', payments: [paid], details, errors: refused }),
      factOf({ kind: 'payment', payments: [{ ...paid, name: 'Amount as sent', amount: '1299' }] }),
      factOf({ kind: 'payment', payments: [], details: [{ name: 'Answer', value: 'Declined by issuer' }] }),
    ]).toEqual([
      '161.00 USD to Jasper',
      '161.00 USD to Jasper. Declined: the card is lost',
      '1299 USD as sent',
      'Answer: Declined by issuer',
    ]);
  });

  it('is what changed, or what the message says first of itself', () => {
    expect([
      factOf({ amendments: [amendment(), amendment()] }),
      factOf({ amendments: [amendment({ path: null, item: null, meaning: 'Price corrected' })] }),
      factOf({
        details: [
          { name: 'Time limit', value: '2026-09-11 16:33 UTC' },
          { name: 'Query', value: 'Which invoice?' },
        ],
      }),
      factOf({ kind: 'unrecognised', problems: ['Line 3: <b> is not closed'] }),
      factOf({}),
    ]).toEqual([
      '2 changes, first: Goods item 1, price',
      '1 change: Price corrected',
      'Query: Which invoice?',
      'Line 3: <b> is not closed',
      null,
    ]);
  });

  it('is the errors of a guarantee that holds a transit up, and nothing that somebody wrote in words of their own', () => {
    expect([
      factOf({
        ...{ kind: 'ppns', outcome: 'held', details: [{ name: 'Accepted on', value: '2026-11-30' }] },
        errors: [error({ path: 'Guarantee 26GB1', meaning: 'The guarantee does not exist.' })],
      }),
      factOf({
        kind: 'ppns',
        details: [
          { name: 'Reason in the words of customs', value: 'Ask J. Smith' },
          { name: 'Decided on', value: '2026-11-30 08:00 UTC' },
          { name: 'Reason code', value: 'other reasons (4)' },
        ],
      }),
    ]).toEqual(['1 error: Guarantee 26GB1: The guarantee does not exist.', 'Reason code: other reasons (4)']);
  });

  it('is one short line, whatever a stranger wrote', () => {
    const fact = factOf({ details: [{ name: 'Query', value: `a\n${'x'.repeat(5000)}` }] });
    expect([fact?.length, fact?.slice(0, 10), fact?.at(-1)]).toEqual([160, 'Query: a x', '…']);
  });
});
