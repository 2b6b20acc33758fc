import { oneOf } from '../../cds/chance.ts';
import type { JpmEvent } from '../jpm-event.ts';
import { code, reference, uuid } from './event-factory.ts';
import { jpmEvents } from './jpm-events.ts';

/** One event so many milliseconds of the real world after the one before it in the same life. */
export interface JpmLifeEvent {
  readonly afterMs: number;
  readonly event: JpmEvent;
}

/** The events of one payment, dispute, payout or programme, from the first on. `at` is its beginning, epoch milliseconds. */
export type JpmLife = (random: () => number, at: number) => readonly JpmLifeEvent[];

const DAY_MS = 86_400_000;

export const jpmLives = {
  /** Authorised and captured, by one transaction identifier. */
  payment: (random, at) => {
    const common = madeUpSale(random);
    return [
      { afterMs: 0, event: jpmEvents.paymentApproved(random, at, { common }) },
      { afterMs: DAY_MS, event: jpmEvents.paymentClosed(random, at + DAY_MS, { common }) },
    ];
  },
  declined: (random, at) => [{ afterMs: 0, event: jpmEvents.paymentDeclined(random, at) }],
  /** A refund that fails and is tried again, of the same transaction as the payment. */
  refunded: (random, at) => {
    const common = madeUpSale(random);
    return [
      { afterMs: 0, event: jpmEvents.paymentApproved(random, at, { common }) },
      { afterMs: 2 * DAY_MS, event: jpmEvents.refundErrored(random, at + 2 * DAY_MS, { common }) },
      {
        afterMs: 3_600_000,
        event: jpmEvents.refundApproved(random, at + 2 * DAY_MS + 3_600_000, { common }),
      },
    ];
  },
  /** Under one case number. */
  dispute: (random, at) => {
    const common = {
      firmDisputeCaseID: reference(random, 'CASE'),
      disputeAmount: { amount: '318.40', currency: 'USD' },
    };
    return [
      { afterMs: 0, event: jpmEvents.disputeReceived(random, at, { common }) },
      {
        afterMs: DAY_MS,
        event: jpmEvents.disputeMerchantResponseRequested(random, at + DAY_MS, { common }),
      },
      { afterMs: 20 * DAY_MS, event: jpmEvents.disputeClosed(random, at + 21 * DAY_MS, { common }) },
    ];
  },
  /** Under one payout identifier; one in three does not arrive at first. */
  payout: (random, at) => {
    const content = { payoutIdentifier: uuid(random) };
    const steps = oneOf(random, [
      ['payoutCreated', 'payoutCompleted'],
      ['payoutCreated', 'payoutCompleted'],
      ['payoutCreated', 'payoutFailure', 'payoutFailureResolved'],
    ] as const);
    return steps.map((step, index) => ({
      afterMs: index === 0 ? 0 : DAY_MS,
      event: jpmEvents[step](random, at + index * DAY_MS, { content }),
    }));
  },
  /** Not paid, then paid at the second attempt, in one programme and plan. */
  programme: (random, at) => {
    const content = { recurringProgramId: reference(random, 'RP'), planId: code(random) };
    return [
      { afterMs: 0, event: jpmEvents.paymentNotApplied(random, at, { content }) },
      {
        afterMs: 3 * DAY_MS,
        event: jpmEvents.paymentApplied(random, at + 3 * DAY_MS, { content: { ...content, retryCount: 2 } }),
      },
    ];
  },
} as const satisfies Record<string, JpmLife>;

function madeUpSale(random: () => number) {
  const transaction = uuid(random);
  return {
    merchantOrderNumber: reference(random, 'ORD'),
    transactionIdentifier: transaction,
    paymentRequestIdentifier: transaction,
    amount: '8460',
    currency: 'USD',
  };
}
