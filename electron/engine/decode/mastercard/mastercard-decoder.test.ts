import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { factsSchema, type Facts } from '../../../../shared/notification.ts';
import { mastercardDecoder } from './mastercard-decoder.ts';
import { authorisation, clearing, notification, VCN_TOKEN } from './notification.fixture.ts';

const facts = (subject: string, content: unknown, more = {}): Facts =>
  factsSchema.parse(mastercardDecoder.decode(notification(subject, content, more))[0].facts);
const summary = ({ type, title, attention, outcome, payments }: Facts) => [
  type,
  title,
  attention,
  outcome,
  payments.map(({ kind, amount, currency }) => `${kind} ${amount} ${currency ?? '?'}`).join(', '),
];
const detail = ({ details }: Facts, wanted: string) => details.find(({ name }) => name === wanted)?.value;

it('names every subscription that one event came by', () => {
  const payload = notification('PAYMENT_AUTHORIZATION', authorisation);
  const [part] = mastercardDecoder.decode(payload, { envelope: { subscriptions: 'ALL, freight-cards' } });
  expect(detail(part.facts, 'Subscriptions')).toBe('ALL, freight-cards');
});

describe('an authorisation', () => {
  it('is told with its amounts in major units, its card by its last four and its dates with a year', () => {
    const read = facts('PAYMENT_AUTHORIZATION', authorisation);
    expect(summary(read)).toEqual([
      'PAYMENT_AUTHORIZATION',
      'Payment authorised: 59.95 GBP',
      'info',
      'approved',
      'billing 59.95 GBP, transaction 75.50 USD',
    ]);
    expect(
      ['Merchant', 'Virtual card', 'Company card', 'Sent at', 'Subscription'].map((name) =>
        detail(read, name),
      ),
    ).toEqual(['Harbour Couriers', 'ending 6090', 'ending 0112', '2026-11-22 09:40:09 UTC', 'freight-cards']);
    expect([read.messageId, read.issuedAt, read.statusCode, read.problems]).toEqual([
      '2026 0110 MCCB7K2QX1122 004711 1122 094009',
      '2026-11-22T09:40:11.000Z',
      '00',
      [],
    ]);
  });

  it('that is refused says why and what to do', () => {
    const read = facts('PAYMENT_AUTHORIZATION', { ...authorisation, responseCode: '61' });
    expect([read.attention, read.outcome, read.title, read.nextStep, read.errors[0]?.meaning]).toEqual([
      'act',
      'declined',
      'Payment declined: 59.95 GBP',
      'Check the limits and controls of this card number, then pay again.',
      'Declined: over the amount limit',
    ]);
  });

  it.each([
    ['10', 'watch', 'approved'],
    ['85', 'watch', 'unknown'],
    ['99', 'watch', 'unknown'],
    ['', 'watch', 'unknown'],
  ])('with the answer %s is %s, %s', (responseCode, attention, outcome) => {
    const read = facts('PAYMENT_AUTHORIZATION', { ...authorisation, responseCode });
    expect([read.attention, read.outcome]).toEqual([attention, outcome]);
  });

  it('shares its payment with its reversal and its clearing, and its card by the token', () => {
    const reversal = { ...authorisation, messageTypeIndicator: '0400', banknetReferenceNumber: 'ZZ1234' };
    const shared = [
      facts('PAYMENT_AUTHORIZATION', authorisation),
      facts('PAYMENT_AUTHORIZATION', { ...reversal, replacementAmounts: { billingAmount: '000000001000' } }),
      facts('CLEARING', clearing),
    ].map(({ references }) => references.map(({ kind, value }) => `${kind} ${value}`));
    const common = shared[0]?.filter((one) => shared.every((all) => all.includes(one)));
    expect(common).toEqual(['payment B7K2QX 6090', `card ${VCN_TOKEN}`, 'purchase-request 81001']);
  });

  it('that is taken back shows what is left', () => {
    const replacementAmounts = { billingAmount: '000000001000', transactionAmount: 0 };
    const reversal = { ...authorisation, messageTypeIndicator: '0420', replacementAmounts };
    expect(summary(facts('PAYMENT_AUTHORIZATION', reversal)).slice(2)).toEqual([
      'watch',
      'returned',
      'billing 59.95 GBP, transaction 75.50 USD, replacement-billing 10.00 GBP, replacement-transaction 0.00 USD',
    ]);
  });

  it('of a currency that is not known shows the amount as sent and says so', () => {
    const read = facts('PAYMENT_AUTHORIZATION', { ...authorisation, billingCurrencyCode: 'QQQ' });
    expect([read.title, read.payments[0]?.amount, read.problems.length]).toEqual([
      'Payment authorised',
      '5995',
      1,
    ]);
  });

  it('of the business service is read from its own places, in whichever form they come', () => {
    const content = {
      messageTypeIndicator: '0100',
      traceId: 'MCCB7K2QX1122',
      processor: [{ responseCode: '00', banknetReferenceNumber: 'B7K2QX' }],
      virtualPaymentCard: { number: 5555555555554444, expiry: '2902', accountGuid: 'guid-1' },
      acceptor: {
        name: ' Quay Fuel ',
        localDate: '1122',
        localTime: '094009',
        amount: { amount: '9110', currencyCode: 392 },
      },
      cardHolderAmount: { amount: 12345, currencyCode: '414' },
      transactionInformation: { issuerResponse: '00', authCode: 1234 },
    };
    const read = facts('BPC_PAYMENT_AUTHORIZATION', content);
    expect([...summary(read).slice(1), detail(read, 'Virtual card'), read.references]).toEqual([
      'Payment authorised: 12.345 KWD',
      'info',
      'approved',
      'billing 12.345 KWD, transaction 9110 JPY',
      'ending 4444',
      [
        { kind: 'payment', value: 'B7K2QX 4444' },
        { kind: 'card', value: 'guid-1' },
      ],
    ]);
    expect(
      facts('BPC_PAYMENT_AUTHORIZATION', { ...content, processor: { responseCode: '05' } }).attention,
    ).toBe('act');
  });
});

describe('a clearing', () => {
  it('keeps its amounts in major units', () => {
    expect(summary(facts('CLEARING', clearing))).toEqual([
      'CLEARING',
      'Payment cleared: 59.95 GBP',
      'info',
      'settled',
      'cardholder 59.95 GBP, settlement 59.90 GBP, clearing 75.50 USD',
    ]);
  });

  it.each([
    [{ type: 'C' }, 'info', 'returned'],
    [{ reversalIndicator: true }, 'watch', 'returned'],
    [{ messageTypeId: '1442' }, 'act', 'disputed'],
    [{ messageTypeId: 1740 }, 'watch', 'settled'],
    [{ messageTypeId: 1644 }, 'info', 'updated'],
    [{ messageTypeId: 9999, txnType: 'Chargeback' }, 'act', 'disputed'],
    [{ messageTypeId: 9999, txnType: 'Something' }, 'watch', 'unknown'],
  ])('with %j is %s, %s', (more, attention, outcome) => {
    const read = facts('CLEARING', { ...clearing, ...more });
    expect([read.attention, read.outcome]).toEqual([attention, outcome]);
  });

  it('of the business service is shown leaf by leaf, its amounts never as money', () => {
    const content = {
      clearing: { messageTypeId: 1442 },
      transactionInformation: { clearingTransactionId: 6001 },
      cardHolderAmount: { amount: 500, currencyCode: '978' },
      virtualPaymentCard: { number: VCN_TOKEN },
    };
    const read = facts('BPC_CLEARING', content);
    expect([...summary(read), read.messageId, detail(read, 'Card holder amount: amount')]).toEqual([
      'BPC_CLEARING',
      'Chargeback',
      'act',
      'disputed',
      '',
      '6001',
      '500',
    ]);
  });
});

describe('a payment update', () => {
  const content = { purchaseRequestId: '81001', bpsTransactionId: '42', updatedDate: '2026-11-22' };
  it.each([
    [{ status: 'SUBMITTED' }, 'info', 'updated', 0],
    [{ status: 'APPROVED', errors: null, statusReasonInformation: [] }, 'info', 'approved', 0],
    [
      { status: 'DECLINED', statusReasonInformation: { reasonCode: 'R1', description: 'limit' } },
      'act',
      'declined',
      1,
    ],
    [{ status: 'ACCEPTED', errors: [{ reasonCode: 'E1' }, { reasonCode: 'E2' }] }, 'watch', 'failed', 2],
    [{ status: 'PARKED' }, 'watch', 'unknown', 0],
  ])('%j is %s, %s, with %d reasons', (more, attention, outcome, reasons) => {
    const read = facts('PAYMENT_UPDATE', { ...content, ...more });
    expect([
      read.attention,
      read.outcome,
      read.errors.length,
      read.references.map(({ kind }) => kind),
    ]).toEqual([attention, outcome, reasons, ['purchase-request', 'bps-transaction']]);
  });
});

describe('a token event', () => {
  const content = {
    tokenInfo: { accountNumber: '************1234', accountGuid: 'g' },
    vcnInfo: { accountNumber: VCN_TOKEN, accountGuid: 'guid-2' },
    correlationId: 'c1',
    tokenizedMetaData: { accountHolderData: { accountHolderName: 'Ada Private', sourceIp: '192.0.2.7' } },
  };
  it.each([
    ['TOKEN_PROVISIONING_EVENT', { eventType: 'APPROVED' }, 'info', 'approved'],
    ['TOKEN_PROVISIONING_EVENT', { eventType: 'COMPLETED' }, 'info', 'updated'],
    ['TOKEN_PROVISIONING_EVENT', { eventType: 'REQUIRE_ADDITIONAL_AUTHENTICATION' }, 'act', 'query'],
    ['TOKEN_PROVISIONING_EVENT', { eventType: 'REJECTED' }, 'watch', 'declined'],
    ['TOKEN_LIFECYCLE_EVENT', { eventType: 'UPDATED', status: 'ACTIVE' }, 'info', 'updated'],
    ['TOKEN_LIFECYCLE_EVENT', { eventType: 'UPDATED', status: 'SUSPENDED' }, 'watch', 'held'],
    ['TOKEN_LIFECYCLE_EVENT', { eventType: 'UPDATED', status: 'DEACTIVATED' }, 'watch', 'cancelled'],
    ['TOKEN_LIFECYCLE_EVENT', { eventType: 'DELETED', status: 'DEACTIVATED' }, 'watch', 'cancelled'],
    ['TOKEN_LIFECYCLE_EVENT', { eventType: 'FROBBED' }, 'watch', 'unknown'],
  ])('%s %j is %s, %s', (subject, more, attention, outcome) => {
    const read = facts(subject, { ...content, ...more }, { idempotencyKey: 'key-1' });
    expect([read.attention, read.outcome, read.messageId]).toEqual([attention, outcome, 'key-1']);
  });

  it('keeps the cardholder out of what is shown and searched', () => {
    const decoded = mastercardDecoder.decode(
      notification('TOKEN_PROVISIONING_EVENT', { ...content, eventType: 'APPROVED' }),
    );
    expect(JSON.stringify(decoded)).not.toMatch(/Ada|192\.0/);
    expect(decoded[0].facts.references).toEqual([
      { kind: 'card', value: VCN_TOKEN },
      { kind: 'card', value: 'guid-2' },
    ]);
  });
});

describe('anything else', () => {
  it('of an unknown subject is shown leaf by leaf, without card numbers and personal data', () => {
    const read = facts('NEW_THING', {
      note: 'paid with 4242 4242 4242 4242',
      emailAddress: 'a@b.c',
      deep: { code: 7 },
    });
    expect([summary(read), read.details]).toEqual([
      ['NEW_THING', 'Card notification of a new kind', 'watch', 'unknown', ''],
      [
        { name: 'Note', value: 'paid with ************4242' },
        { name: 'Deep: code', value: '7' },
        { name: 'Subscription', value: 'freight-cards' },
      ],
    ]);
  });

  it.each([
    ['', 'the notification cannot be read: empty'],
    ['<html>', 'the notification cannot be read: not JSON'],
    ['"text"', 'it is not a notification object'],
    ['[]', 'there is no notification in it'],
    ['{"encryptedData":"abc"}', 'unsupported encryption: the content came as encryptedData'],
    ['{"Errors":{}}', 'it is an error answer, not a notification'],
    [' '.repeat(1_048_577), 'the notification cannot be read: larger than 1048576 bytes'],
    ['['.repeat(500_000), 'the notification cannot be read: not JSON'],
  ])('that cannot be read is kept with the reason', (payload, problem) => {
    const [{ facts: read }] = mastercardDecoder.decode(new TextEncoder().encode(payload));
    expect([read.kind, read.problems]).toEqual(['unrecognised', [problem]]);
  });

  it('of any depth, shape or bytes is decoded without a throw, with no card number in sight', () => {
    const bomb = new TextEncoder().encode(
      `{"subject":"X","content":${'{"a":['.repeat(100_000)}1${']}'.repeat(100_000)}}`,
    );
    expect(mastercardDecoder.decode(bomb)[0].facts.kind).toBe('payment');
    const subject = fc.constantFrom(
      'PAYMENT_AUTHORIZATION',
      'BPC_PAYMENT_AUTHORIZATION',
      'CLEARING',
      'BPC_CLEARING',
      'PAYMENT_UPDATE',
      'TOKEN_LIFECYCLE_EVENT',
      'X',
    );
    const names = [
      ...Object.keys(authorisation),
      ...Object.keys(clearing),
      'status',
      'errors',
      'acceptor',
      'vcnInfo',
    ];
    const leaf = fc.oneof(fc.jsonValue(), fc.constant('4242424242424242'), fc.constant(4242424242424242));
    const content = fc.dictionary(
      fc.constantFrom(...names.filter((name) => !/Id$|Reference/.test(name))),
      leaf,
    );
    fc.assert(
      fc.property(subject, content, (given, value) => {
        const decoded = mastercardDecoder.decode(notification(given, value));
        for (const { facts: read } of decoded) factsSchema.parse(read);
        expect(JSON.stringify(decoded)).not.toContain('4242424242424242');
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => mastercardDecoder.decode(bytes).length > 0));
  });
});
