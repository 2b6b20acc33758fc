import { oneOf } from '../../cds/chance.ts';
import { digits } from '../../mastercard/events/cards.ts';
import type { Members } from '../jpm-event.ts';
import {
  cardNumber,
  currencyCode,
  dayAfter,
  decimalAmount,
  eventOf,
  instant,
  reference,
  type EventFactory,
} from './event-factory.ts';

const dispute =
  (subType: string, status: string, content: (random: () => number, at: number) => Members): EventFactory =>
  (random, at, details) => {
    const common = {
      disputeAmount: { amount: decimalAmount(random), currency: currencyCode(random) },
      disputeInitiatedDate: dayAfter(at, -2),
      firmDisputeCaseID: reference(random, 'CASE'),
      methodOfPayment: oneOf(random, ['VISA', 'MASTERCARD']),
      // 23 digits that are no card number, as acquirers make them.
      acquirerReferenceNumber: digits(random, 23),
      disputeStatus: status,
    };
    return eventOf('disputeNotification', subType, { common, content: content(random, at) }, details);
  };

const REASON: Members = {
  disputeType: 'CHARGEBACK',
  disputeReasonCode: '13.1',
  disputeReasonDescription: 'The goods never came',
};

const disputeReceived = dispute('DisputeReceived', 'OPEN', () => REASON);

const disputeMerchantResponseRequested = dispute(
  'DisputeMerchantResponseRequested',
  'RESPONSE_REQUESTED',
  (_random, at) => ({
    ...REASON,
    transactionDate: dayAfter(at, -30),
    responseDueDate: dayAfter(at, 14),
    messageToMerchant: 'Please send the bill of lading and the signed delivery note.',
  }),
);

/** The same with a full card number in its free text. */
const disputeWithCardInText: EventFactory = (random, at, details) =>
  disputeMerchantResponseRequested(random, at, {
    ...details,
    content: {
      messageToMerchant: `The holder of ${cardNumber(random).replace(/(\d{4})(?=\d)/g, '$1 ')} says that nothing came.`,
      ...details?.content,
    },
  });

const disputeClosed = dispute('DisputeClosed', 'CLOSED', (random, at) => ({
  ...REASON,
  disputeRuling: oneOf(random, ['MERCHANT_LOST', 'MERCHANT_WON']),
  caseCompleteDate: dayAfter(at, 0),
  disputeMerchantLiabilityAmount: { amount: decimalAmount(random), currency: 'USD' },
}));

/** The older form, whose key keeps its capital. */
const olderDisputeReceived: EventFactory = (random, at, details) =>
  eventOf(
    'disputeNotification',
    'Received',
    {
      contentKey: 'Received',
      content: {
        disputeAmount: { amount: decimalAmount(random), currency: currencyCode(random) },
        caseCreateTimestamp: instant(at - 60_000),
        chargebackReason: 'The amount is not what was agreed',
        disputeStageName: 'FIRST_CHARGEBACK',
      },
    },
    details,
  );

export const disputeEvents = {
  disputeReceived,
  disputeMerchantResponseRequested,
  disputeWithCardInText,
  disputeClosed,
  olderDisputeReceived,
} as const;
