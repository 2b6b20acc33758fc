import { hexFrom, oneOf, uuidFrom, weighted } from '../cds/chance.ts';
import { deliveries, type DeliveryPlan } from '../jpm/delivery.ts';
import { jpmEvents } from '../jpm/events/jpm-events.ts';
import type { JpmEvent } from '../jpm/jpm-event.ts';
import type { Story } from './stage.ts';

/** What becomes of one payment, payout or dispute of a merchant. `bornAt` in epoch milliseconds. */
export type MerchantStory = (random: () => number, bornAt: number) => Story;

export const merchantStories = {
  /** Authorised and captured, by one transaction identifier. */
  payment: (random) => {
    const common = sale(random);
    return [
      step(random, 0, (at) => jpmEvents.paymentApproved(random, at, { common })),
      step(random, 18_000, (at) => jpmEvents.paymentClosed(random, at, { common })),
    ];
  },
  declined: (random) => [step(random, 0, (at) => jpmEvents.paymentDeclined(random, at))],
  refund: (random) => {
    const common = sale(random);
    return [
      step(random, 0, (at) => jpmEvents.refundErrored(random, at, { common })),
      step(random, 21_000, (at) => jpmEvents.refundApproved(random, at, { common })),
    ];
  },
  payout: (random) => {
    const content = { payoutIdentifier: uuidFrom(random) };
    return [
      step(random, 0, (at) => jpmEvents.payoutCreated(random, at, { content })),
      step(random, 15_000, (at) => jpmEvents.payoutCompleted(random, at, { content })),
    ];
  },
  failedPayout: (random) => {
    const content = { payoutIdentifier: uuidFrom(random) };
    return [
      step(random, 0, (at) => jpmEvents.payoutCreated(random, at, { content })),
      step(random, 12_000, (at) => jpmEvents.payoutFailure(random, at, { content })),
      step(random, 60_000, (at) => jpmEvents.payoutFailureResolved(random, at, { content })),
    ];
  },
  /** An answer is wanted within two weeks. */
  dispute: (random) => {
    const common = { firmDisputeCaseID: `CASE-${hexFrom(random, 7)}` };
    return [
      step(random, 0, (at) => jpmEvents.disputeReceived(random, at, { common })),
      step(random, 8_000, (at) => jpmEvents.disputeMerchantResponseRequested(random, at, { common })),
    ];
  },
  returnedDebit: (random) => [step(random, 0, (at) => jpmEvents.directDebitReturn(random, at))],
  overdrawn: (random) => [step(random, 0, (at) => jpmEvents.accountOverdrawn(random, at))],
  /** Its message to the merchant's own systems fails for good. */
  undelivered: (random) => [
    step(random, 0, (at) => jpmEvents.paymentApproved(random, at), deliveries.failed(25_000)),
  ],
} as const satisfies Record<string, MerchantStory>;

export const anyMerchantStory: MerchantStory = (random, bornAt) =>
  weighted(random, LIVES).story(random, bornAt);

const LIVES: readonly { readonly story: MerchantStory; readonly weight: number }[] = [
  { story: merchantStories.payment, weight: 58 },
  { story: merchantStories.declined, weight: 4 },
  { story: merchantStories.refund, weight: 4 },
  { story: merchantStories.payout, weight: 20 },
  { story: merchantStories.failedPayout, weight: 2 },
  { story: merchantStories.dispute, weight: 2 },
  { story: merchantStories.returnedDebit, weight: 1 },
  { story: merchantStories.overdrawn, weight: 1 },
  { story: merchantStories.undelivered, weight: 8 },
];

function step(
  random: () => number,
  afterMs: number,
  eventAt: (at: number) => JpmEvent,
  delivery?: DeliveryPlan,
): Story[number] {
  return { afterMs, send: (post, at) => post.jpm(eventAt(at), at, delivery ?? anyDelivery(random)) };
}

/** Most messages are out at once; others wait, or fail and are sent again. */
const anyDelivery = (random: () => number): DeliveryPlan =>
  oneOf(random, [
    ...[deliveries.sentAtOnce, deliveries.sentAtOnce, deliveries.sentAtOnce],
    ...[deliveries.sent(14_000), deliveries.redelivered(12_000, 55_000)],
  ]);

function sale(random: () => number) {
  const transaction = uuidFrom(random);
  return {
    merchantOrderNumber: `ORD-${hexFrom(random, 7)}`,
    transactionIdentifier: transaction,
    paymentRequestIdentifier: transaction,
    amount: String(Math.round(1200 + random() * 90_000)),
    currency: 'USD',
  };
}
