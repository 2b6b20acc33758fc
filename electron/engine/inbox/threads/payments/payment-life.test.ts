import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jpmEvent } from '../../../../../shared/catalogue/payments/jpm.ts';
import {
  mastercardEvents,
  type MastercardEvent,
} from '../../../../../shared/catalogue/payments/mastercard.ts';
import type { PaymentEvent } from '../../../../../shared/catalogue/payments/payment-event.ts';
import type { Facts } from '../../../../../shared/notification.ts';
import { callingIds } from '../calling.ts';
import { memberWith } from '../life.fixture.ts';
import { storyOf } from '../story.ts';
import type { ThreadMember } from '../thread-member.ts';
import { threadView } from '../thread-view.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString();

const told = (place: number, source: 'jpm-notifications' | 'mastercard-cen', facts: Partial<Facts>) =>
  memberWith({
    id: String(place + 1),
    row: { source, account: 'money' },
    facts: {
      ...{ kind: 'payment', mrn: null, lrn: null, functionCode: null },
      ...{ messageId: `m${place}`, issuedAt: at(place) },
      ...facts,
    },
  });

/** Messages of one case a minute apart, from `Dispute DisputeReceived, Dispute DisputeClosed`. */
const jpm = (line: string): readonly ThreadMember[] =>
  line.split(', ').map((word, place) => {
    const [family = '', type = ''] = word.split(' ');
    const event = jpmEvent(family, type);
    if (event === null) throw new Error(`the catalogue lacks ${word}`);
    return told(place, 'jpm-notifications', { type, ...event });
  });

const card = (events: readonly (readonly [MastercardEvent, Partial<Facts>])[]): readonly ThreadMember[] =>
  events.map(([event, facts], place) => {
    const words: PaymentEvent = mastercardEvents[event];
    return told(place, 'mastercard-cen', { type: 'PAYMENT_AUTHORIZATION', ...words, ...facts });
  });

const amount = (value: string) => ({
  payments: [
    {
      ...{ kind: 'billing', name: 'Billed', amount: value, currency: 'GBP', item: null },
      ...{ payable: true, assessed: null, informational: false, basis: null },
    },
  ],
});

function lifeOf(members: readonly ThreadMember[]) {
  const { status } = threadView(members);
  return [status?.title, status?.attention, [...callingIds(storyOf(members))]];
}

describe('the life of a payment', () => {
  it.each([
    ['Payout PayoutFailure', ['Payout failed', 'act', ['1']]],
    ['Payout PayoutFailure, Payout PayoutFailureResolved', ['Failed payout resolved', 'info', []]],
    ['Payout PayoutRejected, Payout PayoutFailureResolved', ['Payout rejected', 'act', ['1']]],
    ['Payout PayoutRejected, Payout PayoutRejectedResolved', ['Rejected payout resolved', 'info', []]],
    ['Payout PayoutCompleted, Payout PayoutRejected', ['Payout rejected', 'act', ['2']]],
    ['Payout PayoutUnderReview, Payout PayoutUnderReviewReleased', ['Payout released', 'info', []]],
    ['Dispute DisputeReceived', ['Payment disputed', 'act', ['1']]],
    [
      'Dispute DisputeReceived, Dispute DisputeMerchantResponseRequested',
      ['Dispute: your reply is due', 'act', ['1', '2']],
    ],
    [
      'Dispute DisputeReceived, Dispute DisputeMerchantResponseRequested, Dispute DisputeClosed',
      ['Dispute closed', 'watch', []],
    ],
    ['Dispute DisputeClosed, Dispute DisputeReceived', ['Payment disputed', 'act', ['2']]],
    ['PaymentUpdate PaymentDeclined, PaymentUpdate PaymentApproved', ['Payment approved', 'info', []]],
    ['PaymentUpdate PaymentDeclined, PaymentUpdate PaymentClosed', ['Payment declined', 'act', ['1']]],
    [
      'RecurringProgram PaymentNotApplied, RecurringProgram PaymentApplied',
      ['Recurring payment taken', 'info', []],
    ],
    ['PaymentUpdate PaymentApproved, AchStatus AchReturnReceived', ['Bank payment returned', 'act', ['2']]],
    ['RefundUpdate RefundErrored, RefundUpdate RefundApproved', ['Refund approved', 'info', []]],
    [
      'TransactionUpdate TransactionFailed, TransactionUpdate TransactionCompleted',
      ['Transaction completed', 'info', []],
    ],
  ])('is told, of %s, as %j', (line, life) => {
    expect(lifeOf(jpm(line))).toEqual(life);
  });

  it('is made good at a card by an authorisation of the same amount alone', () => {
    const declined = ['declined', amount('73.20')] as const;
    expect([
      lifeOf(card([declined, ['authorised', amount('73.20')]])),
      lifeOf(card([declined, ['authorised', amount('12.00')]])),
      lifeOf(
        card([
          ['declined', {}],
          ['authorised', amount('12.00')],
        ]),
      ),
      lifeOf(
        card([
          ['chargeback', { type: 'CLEARING' }],
          ['cleared', { type: 'CLEARING' }],
        ]),
      ),
      lifeOf(
        card([
          ['update-declined', { type: 'PAYMENT_UPDATE' }],
          ['update-approved', { type: 'PAYMENT_UPDATE' }],
        ]),
      ),
    ]).toEqual([
      ['Payment authorised', 'info', []],
      ['Payment declined', 'act', ['1']],
      ['Payment declined', 'act', ['1']],
      ['Chargeback', 'act', ['1']],
      ['Payment request approved', 'info', []],
    ]);
  });

  it('ends an identity check for the wallet that asked alone', () => {
    const wallet = (correlation: string) => ({
      type: 'TOKEN_PROVISIONING_EVENT',
      details: [{ name: 'Correlation', value: correlation }],
    });
    const asked = ['token-needs-authentication', wallet('A1')] as const;
    expect([
      lifeOf(card([asked, ['token-completed', wallet('A1')]])),
      lifeOf(card([asked, ['token-completed', wallet('B2')]])),
    ]).toEqual([
      ['Card added to a wallet', 'info', []],
      ['Cardholder must prove who they are', 'act', ['1']],
    ]);
  });

  it('counts the limit of what still waits', () => {
    const [received, closed] = jpm('Dispute DisputeReceived, Dispute DisputeClosed');
    const due = { ...received!, facts: { ...received!.facts, deadline: at(600) } };
    const limits = (members: readonly ThreadMember[]) => {
      const { status, entries } = threadView(members);
      return [status?.deadline, entries.map(({ isDeadlineOpen }) => isDeadlineOpen)];
    };
    expect([limits([due]), limits([due, closed!])]).toEqual([
      [at(600), [true]],
      [null, [false, false]],
    ]);
  });

  it('is the same for any order of arrival', () => {
    const members = jpm(
      'Payout PayoutCreated, Payout PayoutFailure, Payout PayoutFailureResolved, Payout PayoutRejected',
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...members], { minLength: members.length }), (shuffled) => {
        expect(lifeOf(shuffled)).toEqual(lifeOf(members));
      }),
    );
  });
});

describe('a payment event that says that something is over', () => {
  it('never calls for anybody', () => {
    const over = [
      'PayoutFailureResolved',
      'PayoutRejectedResolved',
      'PayoutCompleted',
      'PayoutUnderReviewReleased',
    ];
    expect(over.map((subType) => jpmEvent('PayoutNotification', subType)?.attention)).toEqual(
      over.map(() => 'info'),
    );
  });
});
