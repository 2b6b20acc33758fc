import { blankFacts } from '../../../shared/blank-facts.ts';
import { jpmEvent, unknownJpmEvent } from '../../../shared/catalogue/payments/jpm.ts';
import { mastercardEvents, type MastercardEvent } from '../../../shared/catalogue/payments/mastercard.ts';
import type { PaymentEvent } from '../../../shared/catalogue/payments/payment-event.ts';
import type { DecodedPayment, Facts, UpstreamStatus } from '../../../shared/notification.ts';
import type { Life, LifeMessage } from './lives.ts';

/** Payments of two networks as of `now`, epoch milliseconds, each with its messages, oldest first. */
export const paymentLives = (now: number): readonly Life[] =>
  [...cards(), ...payouts()].map((messages) => ({
    messages: messages.map((given, index) => messageOf(given, index < messages.length - 2, now)),
    quiet: [],
  }));

interface Given {
  readonly minutesAgo: number;
  readonly account: 'cards' | 'payouts';
  readonly type: string;
  readonly event: PaymentEvent;
  readonly upstream: UpstreamStatus | null;
  readonly more?: Partial<Facts>;
}

const card =
  (minutesAgo: number, type: string, event: MastercardEvent) =>
  (more: Partial<Facts>): Given => ({
    ...{ minutesAgo, account: 'cards', type, event: mastercardEvents[event], upstream: null, more },
  });

const payout =
  (minutesAgo: number, family: string, subType: string, upstream: UpstreamStatus) =>
  (more: Partial<Facts>): Given => ({
    ...{ minutesAgo, account: 'payouts', type: subType, upstream, more },
    event: jpmEvent(family, subType) ?? unknownJpmEvent(family, subType),
  });

const amount = (name: string, value: string, currency: string): DecodedPayment => ({
  ...{ kind: name, name, amount: value, currency, item: null, payable: false, assessed: null },
  informational: true,
  basis: null,
});

const details = (...pairs: readonly (readonly [string, string])[]): Pick<Facts, 'details'> => ({
  details: pairs.map(([name, value]) => ({ name, value })),
});

function cards(): readonly (readonly Given[])[] {
  const hotel = {
    references: [
      { kind: 'payment', value: 'Q7K2MD 4417' },
      { kind: 'purchase-request', value: '880142' },
    ],
    payments: [
      amount('Billed to the card', '412.80', 'GBP'),
      amount('Asked by the merchant', '489.16', 'EUR'),
    ],
    ...details(
      ['Merchant', 'HARBOUR VIEW HOTEL'],
      ['Merchant’s city', 'ROTTERDAM'],
      ['Virtual card', 'ending 4417'],
      ['Authorisation code', '07R4TQ'],
    ),
  };
  const crane = {
    references: [{ kind: 'payment', value: 'B91XPA 0826' }],
    payments: [amount('Billed to the card', '18250', 'JPY')],
    ...details(['Merchant', 'OSAKA CRANE HIRE'], ['Virtual card', 'ending 0826']),
  };
  return [
    [
      card(
        2900,
        'PAYMENT_AUTHORIZATION',
        'authorised',
      )({ ...hotel, title: 'Payment authorised: 412.80 GBP' }),
      card(58, 'CLEARING', 'cleared')({ ...hotel, title: 'Payment cleared: 412.80 GBP' }),
    ],
    [
      card(
        12,
        'PAYMENT_AUTHORIZATION',
        'declined',
      )({
        title: 'Payment declined: 1248.00 GBP',
        statusCode: '51',
        references: [{ kind: 'payment', value: 'M02WJC 4417' }],
        payments: [amount('Billed to the card', '1248.00', 'GBP')],
        errors: [
          {
            ...{ code: '51', meaning: 'Declined: not enough money or credit', advisory: false, item: null },
            ...{ pointer: null, path: null, dataElement: null, description: null },
            nextStep: 'Raise the limit of the card, or pay another way.',
          },
        ],
        ...details(['Merchant', 'FELIXSTOWE STORAGE LTD'], ['Virtual card', 'ending 4417']),
      }),
    ],
    [
      card(
        400,
        'BPC_PAYMENT_AUTHORIZATION',
        'authorised',
      )({ ...crane, title: 'Payment authorised: 18250 JPY' }),
      card(90, 'BPC_PAYMENT_AUTHORIZATION', 'reversed')({ ...crane, title: 'Payment reversed: 18250 JPY' }),
    ],
    [
      card(
        260,
        'CLEARING',
        'chargeback',
      )({
        title: 'Chargeback: 96.40 EUR',
        references: [{ kind: 'payment', value: 'T55LQE 7310' }],
        payments: [amount('Settled', '96.40', 'EUR')],
      }),
    ],
    [
      card(
        700,
        'PAYMENT_UPDATE',
        'update-in-progress',
      )({
        statusCode: 'PENDING',
        references: [{ kind: 'purchase-request', value: '880155' }],
      }),
      card(
        640,
        'PAYMENT_UPDATE',
        'update-approved',
      )({
        statusCode: 'APPROVED',
        references: [{ kind: 'purchase-request', value: '880155' }],
      }),
    ],
    [card(31, 'TOKEN_PROVISIONING_EVENT', 'token-needs-authentication')({ statusCode: 'PENDING' })],
  ];
}

function payouts(): readonly (readonly Given[])[] {
  const dispute = {
    references: [
      { kind: 'dispute', value: 'FD-2026-004417' },
      { kind: 'merchant', value: '0098765432' },
    ],
    payments: [amount('Dispute amount as sent', '12500', 'USD')],
    ...details(['Reason', 'Goods not received'], ['Way of payment', 'VI']),
  };
  return [
    [
      payout(4300, 'disputeNotification', 'DisputeReceived', 'delivered')(dispute),
      payout(
        47,
        'disputeNotification',
        'DisputeMerchantResponseRequested',
        'failed',
      )({
        ...dispute,
        deadline: 'in three days',
      }),
    ],
    [
      payout(150, 'payoutNotification', 'PayoutCreated', 'delivered')(payoutFacts('PO-81220')),
      payout(22, 'payoutNotification', 'PayoutFailure', 'pending')(payoutFacts('PO-81220')),
    ],
    [payout(75, 'paymentUpdateNotification', 'PaymentApproved', 'delivered')(payoutFacts('TX-5530'))],
    [payout(300, 'achStatusNotification', 'AchReturnReceived', 'delivered')(payoutFacts('AR-19'))],
    [payout(510, 'futureNotification', 'SomethingHeldAgain', 'delivered')({})],
  ];
}

const payoutFacts = (reference: string): Partial<Facts> => ({
  references: [{ kind: reference.startsWith('PO') ? 'payout' : 'payment', value: reference }],
  payments: [amount('Payout total transaction amount', '2310.55', 'USD')],
});

function messageOf(given: Given, acknowledged: boolean, now: number): LifeMessage {
  const { minutesAgo, account, type, event, upstream, more = {} } = given;
  const issuedAt = now - minutesAgo * 60_000;
  const facts: Facts = {
    ...blankFacts,
    kind: 'payment',
    type,
    ...event,
    issuedAt: new Date(issuedAt).toISOString(),
    messageId: `${account}-${minutesAgo}`,
    ...more,
    deadline:
      more.deadline === undefined || more.deadline === null
        ? null
        : new Date(now + 3 * 86_400_000).toISOString(),
  };
  return {
    facts,
    searchText: facts.title,
    payload: JSON.stringify({ type, cardholder: 'A. Example', amounts: facts.payments.length }, null, 2),
    receivedAt: issuedAt + 4000,
    acknowledged,
    from: {
      account,
      source: account === 'cards' ? 'mastercard-cen' : 'jpm-notifications',
      upstream,
      contentType: 'application/json',
    },
  };
}
