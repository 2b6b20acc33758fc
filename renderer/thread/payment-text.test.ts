import { describe, expect, it } from 'vitest';
import { callOf } from './call-of.ts';
import { paymentText } from './payment-text.ts';
import { storyNoun } from './story-noun.ts';
import { entryWith, minute, paymentWith, statusWith, threadWith } from './test-threads.ts';

const authorised = entryWith({
  id: '1',
  kind: 'payment',
  type: 'PAYMENT_AUTHORIZATION',
  functionCode: null,
  title: 'Payment authorised: 412.80 EUR',
  meaning: 'The card issuer agreed to this payment.',
  outcome: 'approved',
  payments: [paymentWith({ kind: 'billing', name: 'Billed to the card', amount: '412.80', currency: 'EUR' })],
});
const returned = entryWith({
  ...authorised,
  id: '2',
  ids: ['2'],
  type: 'CLEARING',
  title: 'Chargeback: 412.80 EUR',
  attention: 'act',
  outcome: 'disputed',
  nextStep: 'Keep the papers together.\u202E',
  deadline: minute(600),
  issuedAt: minute(2),
  details: [{ name: 'Merchant', value: 'HARBOUR HOTEL' }],
});
const thread = threadWith({
  status: statusWith({ code: 'payment-open', title: returned.title, attention: 'act', actionId: '2' }),
  mrn: null,
  lrn: null,
  trade: null,
  entries: [returned, authorised],
});

describe('the life of a payment', () => {
  it('is no declaration, and what its status sends a person to alone calls', () => {
    const settled = { ...thread, status: statusWith({ code: 'payment-made' }) };
    expect([
      storyNoun(thread),
      thread.entries.map((entry) => callOf(thread, entry)),
      settled.entries.map((entry) => callOf(settled, entry)),
    ]).toEqual(['payment', ['act', null], [null, null]]);
  });

  it('is text for an e-mail: every amount with its message, and no sum', () => {
    const text = paymentText(thread, { now: Date.parse(minute(30)) });
    expect(text.split('\n').map((one) => one.replace(/\w+, \d+ Nov 2026, [\d:]+ \w+/, 'THEN'))).toEqual([
      'Payment: Chargeback: 412.80 EUR, THEN',
      '',
      'WHAT TO DO',
      'Keep the papers together.',
      'Deadline: THEN',
      '',
      'AMOUNTS (may be the same money, never added up)',
      'Billed to the card: 412.80 EUR (Chargeback: 412.80 EUR)',
      'Billed to the card: 412.80 EUR (Payment authorised: 412.80 EUR)',
      '',
      'WHAT ELSE THE MESSAGE SAYS',
      'Merchant: HARBOUR HOTEL',
      '',
      'TIMELINE, NEWEST FIRST',
      '- THEN  Chargeback: 412.80 EUR (CLEARING)',
      '  The card issuer agreed to this payment.',
      '- THEN  Payment authorised: 412.80 EUR (PAYMENT_AUTHORIZATION)',
      '  The card issuer agreed to this payment.',
      '',
      'Quayside, THEN',
    ]);
  });
});
