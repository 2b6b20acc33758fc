import { describe, expect, it } from 'vitest';
import { notificationFacts } from '../test/support/notification-row.ts';
import type { Facts, Reference } from './notification.ts';
import { subjectInThread, subjectOf } from './subject.ts';

const unnamed = { mrn: null, lrn: null };
const ref = (kind: string, value = 'X1'): Reference => ({ kind, value });
const about = (references: readonly Reference[], known: Partial<Facts> = {}): string | null =>
  subjectOf(
    notificationFacts({ ...unnamed, kind: 'ppns', type: 'IE060', ...known, references: [...references] }),
  );

describe('what a notification is about', () => {
  it.each([
    [{ mrn: '26GB5T8Y3EW0ZKCAR2', lrn: 'ASH-1' }, 'MRN 26GB5T8Y3EW0ZKCAR2, LRN ASH-1'],
    [{ mrn: '26GB5T8Y3EW0ZKCAR2', lrn: null }, 'MRN 26GB5T8Y3EW0ZKCAR2'],
    [{ mrn: null, lrn: 'ASH-1' }, 'LRN ASH-1'],
  ])('is its declaration: %o', (known, subject) => {
    expect(subjectOf(notificationFacts(known))).toBe(subject);
  });

  it.each([
    ['gmr', 'GMR X1'],
    ['arc', 'ARC X1'],
    ['departure', 'Departure X1'],
    ['arrival', 'Arrival X1'],
    ['mucr', 'MUCR X1'],
    ['ducr', 'DUCR X1'],
    ['consignment', 'Consignment X1'],
    ['file', 'File X1'],
    ['batch', 'Batch X1'],
    ['movement', 'Movement X1'],
    ['conversation', 'Conversation X1'],
    ['box', 'Box X1'],
    ['dispute', 'Case X1'],
    ['order', 'Order X1'],
    ['payment', 'Payment X1'],
    ['payment-request', 'Payment request X1'],
    ['bps-transaction', 'Business payment X1'],
    ['purchase-request', 'Purchase request X1'],
    ['payout', 'Payout X1'],
    ['ach-return', 'ACH return X1'],
    ['plan', 'Plan X1'],
    ['programme', 'Programme X1'],
    ['end-to-end', 'End-to-end id X1'],
    ['report', 'Report X1'],
    ['document', 'Document X1'],
    ['consent', 'Consent X1'],
    ['merchant', 'Merchant X1'],
    ['platform', 'Platform X1'],
    ['client', 'Client X1'],
    ['of a kind to come', 'of a kind to come X1'],
  ])('is named by a reference of the kind %s', (kind, subject) => {
    expect(about([ref('conversation', 'c-1'), ref(kind)].slice(kind === 'conversation' ? 1 : 0))).toBe(
      kind === 'box' ? 'Conversation c-1' : subject,
    );
  });

  it('is the lorry before the declarations in it, and the excise movement before its LRN', () => {
    const mrn = '26GB5T8Y3EW0ZKCAR2';
    expect([
      about([ref('mrn', mrn), ref('gmr', 'GMRA00002KW2')], { type: 'GMR', mrn }),
      about([ref('movement', 'm'), ref('arc', '26GB00000000000000001')], { type: 'IE818', lrn: 'LRN-1' }),
    ]).toEqual(['GMR GMRA00002KW2', 'ARC 26GB00000000000000001, LRN LRN-1']);
  });

  it('is, of a payment, its case or order, else the amount and who is paid', () => {
    const payment: Partial<Facts> = {
      ...{ kind: 'payment', type: 'CLEARING', outcome: 'settled' },
      payments: [
        {
          ...{
            kind: 'cardholder',
            name: 'Billed to the card',
            amount: '000.73',
            currency: 'GBP',
            item: null,
          },
          ...{ payable: false, assessed: null, informational: true, basis: null },
        },
      ],
      details: [{ name: 'Merchant', value: 'Harbour  Café' }],
    };
    const card = ref('card', 'tok_3f9c2a7be1d04c55_4242');
    const known = [ref('payment', 'MCC1 4242'), card, ref('purchase-request', '7781')];
    expect([
      about([...known, ref('dispute', 'CASE-77'), ref('order', '9')], payment),
      about([...known, ref('order', '9')], payment),
      about(known, payment),
      about(known, { ...payment, outcome: 'returned' }),
      about([card], { ...payment, payments: [], details: [] }),
      about([ref('card', 'an id of the network')], { ...payment, payments: [], details: [] }),
    ]).toEqual([
      'Case CASE-77',
      'Order 9',
      '0.73 GBP to Harbour Café',
      '0.73 GBP from Harbour Café',
      'Card ending 4242',
      null,
    ]);
  });

  it('calls a file by its name, and is nothing where the message names nothing', () => {
    const details = [{ name: 'File', value: 'invoice 12.pdf' }];
    expect([about([ref('file'), ref('batch')], { details }), about([])]).toEqual([
      'File invoice 12.pdf',
      null,
    ]);
  });

  it('is one short line, whatever a stranger wrote', () => {
    const long = about([ref('gmr', `A\n\n${'x'.repeat(500)}`)]);
    expect([long?.length, long?.slice(0, 9)]).toEqual([84, 'GMR A xxx']);
  });
});

describe('what a row is about in the light of its thread', () => {
  const thread = { mrn: '26GB5T8Y3EW0ZKCAR2', lrn: 'ASH-1' };
  const row = (type: string, subject: string, kind: Facts['kind'] = 'ppns') => ({
    ...unnamed,
    ...{ kind, type, subject },
  });

  it('is the declaration that another message names, but a lorry stays a lorry', () => {
    expect([
      subjectInThread(row('IE060', 'Departure d1'), thread),
      subjectInThread(row('IE060', 'Departure d1'), unnamed),
      subjectInThread(row('GMR', 'GMR GMRA00002KW2'), thread),
      subjectInThread(row('IE818', 'ARC 26GB1'), thread),
    ]).toEqual(['MRN 26GB5T8Y3EW0ZKCAR2, LRN ASH-1', 'Departure d1', 'GMR GMRA00002KW2', 'ARC 26GB1']);
  });
});
