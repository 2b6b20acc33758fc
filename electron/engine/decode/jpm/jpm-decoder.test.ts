import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsSchema } from '../../../../shared/notification.ts';
import { jpmDecoder } from './jpm-decoder.ts';

const decode = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return jpmDecoder
    .decode(Buffer.from(text))
    .map((part) => ({ ...part, facts: factsSchema.parse(part.facts) }));
};
const decodeOne = (value: unknown) => {
  const [part] = decode(value);
  if (part === undefined) throw new Error('nothing decoded');
  return part;
};
const factsOf = (value: unknown) => decodeOne(value).facts;

const notification = (family: string, subType: string, content: object, more: object = {}) => ({
  notificationId: '0b51-ledger-7',
  merchantId: '012345678901',
  notificationType: family.charAt(0).toUpperCase() + family.slice(1),
  notificationSubType: subType,
  messageCreateTimestamp: '2026-11-20T16:20:30.125Z',
  subscriptionId: 'a1-b2',
  callbackURL: 'https://hooks.alder.example/in?secret=1',
  [family]: content,
  ...more,
});

const dispute = notification('disputeNotification', 'DisputeMerchantResponseRequested', {
  disputeAmount: { amount: '4500', currency: 'GBP' },
  firmDisputeCaseID: 'CASE-77',
  disputeMerchantResponseRequested: {
    disputeType: 'CHARGEBACK',
    disputeReasonDescription: 'Goods not received',
    responseDueDate: '2026-12-04',
    messageToMerchant: 'Send proof of delivery',
  },
});

describe('a notification', () => {
  it('tells what happened, what to do, until when, and what it belongs to', () => {
    const {
      kind,
      type,
      attention,
      outcome,
      deadline,
      messageId,
      issuedAt,
      references,
      payments,
      details,
      trader,
    } = factsOf(dispute);
    expect({
      kind,
      type,
      attention,
      outcome,
      deadline,
      messageId,
      issuedAt,
      references,
      payments,
      details,
      trader,
    }).toEqual({
      kind: 'payment',
      type: 'DisputeMerchantResponseRequested',
      attention: 'act',
      outcome: 'disputed',
      deadline: '2026-12-04T00:00:00.000Z',
      messageId: '0b51-ledger-7',
      issuedAt: '2026-11-20T16:20:30.125Z',
      trader: null,
      references: [
        { kind: 'dispute', value: 'CASE-77' },
        { kind: 'merchant', value: '012345678901' },
      ],
      payments: [
        {
          kind: 'dispute-amount',
          name: 'Dispute amount as sent',
          amount: '4500',
          currency: 'GBP',
          item: null,
          payable: false,
          assessed: null,
          informational: true,
          basis: null,
        },
      ],
      details: [
        { name: 'Reply due', value: '2026-12-04' },
        { name: 'Message to you', value: 'Send proof of delivery' },
        { name: 'Reason', value: 'Goods not received' },
        { name: 'Kind of dispute', value: 'CHARGEBACK' },
        { name: 'Dispute case', value: 'CASE-77' },
      ],
    });
  });

  it('is found under any name that its family and sub-type have been given', () => {
    const content = { responseCode: 'R1' };
    const types = [
      notification('paymentUpdateNotification', 'PaymentDeclined', { paymentDeclined: content }),
      notification('paymentUpdateNotification', 'paymentDeclined', { PAYMENTDECLINED: content }),
      {
        ...notification('eventContent', 'PaymentDeclined', { inside: content }),
        notificationType: 'PaymentUpdateNotification',
      },
      notification('disputeNotification', 'Received', { Received: content }),
      notification('consumerProfileNotification', 'Created', { consumerProfileCreated: content }),
      notification('qrCodeStatusNotification', 'QRCodePaid', { qrCodePaid: content }),
    ].map((value) => {
      const { type, details } = factsOf(value);
      return [type, details.some(({ value: said }) => said === 'R1')];
    });
    expect(types).toEqual([
      ['PaymentDeclined', true],
      ['PaymentDeclined', true],
      ['PaymentDeclined', true],
      ['DisputeReceived', true],
      ['ConsumerProfileCreated', true],
      ['QRCodePaid', true],
    ]);
  });

  it('may have a number for an id, a tab in one, a plan spelt otherwise, and no content', () => {
    const odd = {
      ...notification('recurringProgramNotification', 'PlanUpdated', { planUpdated: { planID: 'GH-1' } }),
      merchantId: 9876543210,
      notificationId: ' 44-\t55 ',
    };
    expect([factsOf(odd).references, factsOf(odd).messageId]).toEqual([
      [
        { kind: 'plan', value: 'GH-1' },
        { kind: 'merchant', value: '9876543210' },
      ],
      '44-55',
    ]);
    const bare = { ...notification('systemNotification', 'MessageAlert', {}), systemNotification: undefined };
    expect([factsOf(bare).title, factsOf(bare).details]).toEqual(['Message from J.P. Morgan', []]);
  });

  it('of a family that nobody knows is shown by its own words', () => {
    const facts = factsOf(
      notification('tidalNotification', 'TideReturned', { tideReturned: { tideStatus: 'HIGH' } }),
    );
    const { kind, type, title, attention, outcome, details } = facts;
    expect({ kind, type, title, attention, outcome, details }).toEqual({
      kind: 'payment',
      type: 'TideReturned',
      title: 'Tide returned',
      attention: 'watch',
      outcome: 'returned',
      details: [{ name: 'Tide status', value: 'HIGH' }],
    });
  });

  it('comes alone, in a list, or in the answer to a search', () => {
    const three = { notificationResponses: [dispute, dispute, 7], responseStatus: 'SUCCESS' };
    const one = { notificationResponses: dispute };
    const types = [[dispute], three, one].map((value) => decode(value).map(({ facts }) => facts.type));
    const type = factsOf(dispute).type;
    expect(types).toEqual([[type], [type, type, 'unknown'], [type]]);
  });
});

describe('amounts', () => {
  const amounts = (content: object) =>
    factsOf(
      notification('balanceMonitoringNotification', 'DirectDebitReturn', { directDebitReturn: content }),
    ).payments.map(({ name, amount, currency }) => [name, amount, currency]);

  it('are in major units where the decimals are told, and as sent where not', () => {
    expect([
      amounts({ directDebitAmount: { amount: '10000', currency: 'USD', decimalCount: '2' } }),
      amounts({ directDebitAmount: { amount: '100.00', currency: 'usd', decimalCount: '2' } }),
      amounts({ directDebitAmount: { amount: '-5', currency: 'KWD', decimalCount: 3 } }),
      amounts({ directDebitAmount: { amount: '10000', currency: 'JPY', decimalCount: '0' } }),
      amounts({ directDebitAmount: { amount: 10000, currency: 'USD' } }),
      amounts({ targetAmount: '12', targetCurrency: 'EUR', amount: '10', currency: 'GBP' }),
      amounts({ directDebitAmount: { amount: 'about ten', currency: 'USD' } }),
    ]).toEqual([
      [['Direct debit amount', '100.00', 'USD']],
      [['Direct debit amount', '100.00', 'USD']],
      [['Direct debit amount', '-0.005', 'KWD']],
      [['Direct debit amount', '10000', 'JPY']],
      [['Direct debit amount as sent', '10000', 'USD']],
      [
        ['Target amount as sent', '12', 'EUR'],
        ['Amount as sent', '10', 'GBP'],
      ],
      [],
    ]);
  });
});

describe('what is personal', () => {
  it('stays in the payload: names, addresses, numbers, web addresses, whatever they are called', () => {
    const part = decodeOne(
      notification('canadianKyc', 'PaymentHold', {
        paymentHold: {
          noticeCount: 2,
          partyName: { individualFirstName: 'Ida', individualLastName: 'Quill' },
          merchantDoingBusinessAsName: 'Quill Toys',
          commerceCenterRegistrationUrl: 'https://center.example/ida',
          contactStatus: 'ida@quill.example',
          responseMessage: 'Call Ida Quill at +44 20 7946 0958',
          statusReason: 'see www.quill.example',
          dateOfBirth: '1980-02-03',
          tokenNumber: '4111111111111111',
          messageToMerchant: 'Card 4111 1111 1111 1111 was used',
        },
      }),
    );
    const told = JSON.stringify(part);
    expect(
      ['Ida', 'Quill', 'example', '7946', '1980', '411111'].filter((secret) => told.includes(secret)),
    ).toEqual([]);
    expect(part.facts.details).toContainEqual({ name: 'Notice count', value: '2' });
  });

  it('is not the ending of a card, whose token ties its notifications', () => {
    const token = 'tok_0123456789abcdef_4242';
    const facts = factsOf(
      notification('tokenLifecycleNotification', 'TokenStateChange', {
        tokenStateChange: { tokenNumber: token },
      }),
    );
    expect([facts.references[0], facts.details]).toEqual([
      { kind: 'card', value: token },
      [{ name: 'Card', value: 'ending 4242' }],
    ]);
  });
});

describe('whatever comes', () => {
  it('is one entry at least, with its reason where it cannot be read', () => {
    const problems = [
      '',
      '{',
      '[]',
      'null',
      '{}',
      '{"notificationResponses":[]}',
      '{"messages":{"responseStatus":"ERROR"}}',
    ].map((text) => factsOf(text).problems);
    expect(problems).toEqual([
      ['It cannot be read: empty.'],
      ['It cannot be read: not JSON.'],
      ['It holds no notification.'],
      ['It is not a JSON object.'],
      ['It names no type of notification.'],
      ['It holds no notification.'],
      ['It is no notification: it names no type and has no id.'],
    ]);
  });

  it('never makes the decoder throw', () => {
    const deep = '{"notificationType":"x","y":'.repeat(4000) + '1' + '}'.repeat(4000);
    expect(decode(deep).length).toBe(1);
    expect(decode('['.repeat(100_000)).length).toBe(1);
    const names = fc.constantFrom(
      ...[
        'notificationType',
        'notificationSubType',
        'disputeNotification',
        'Received',
        'amount',
        'currency',
        '__proto__',
      ],
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.array(tie('tree')),
        fc.dictionary(names, tie('tree')),
      ),
    }));
    fc.assert(fc.property(tree, (value) => decode(JSON.stringify(value)).length > 0));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => jpmDecoder.decode(bytes).length > 0));
  });
});
