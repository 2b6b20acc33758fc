import { oneOf } from '../../cds/chance.ts';
import { digits } from '../../mastercard/events/cards.ts';
import {
  currencyCode,
  dayAfter,
  decimalAmount,
  eventOf,
  instant,
  reference,
  uuid,
  type EventFactory,
} from './event-factory.ts';

/** All but one of the payouts' sub-types have the same members. */
export const payout =
  (subType: string): EventFactory =>
  (random, at, details) =>
    eventOf(
      'payoutNotification',
      subType,
      {
        content: {
          payoutPostedTimestamp: instant(at - 4000),
          payoutTotalTransactionAmount: { amount: decimalAmount(random), currency: currencyCode(random) },
          last4PaymentAccountNumber: digits(random, 4),
          payoutIdentifier: uuid(random),
        },
      },
      details,
    );

const payoutCreated = payout('PayoutCreated');
const payoutCompleted = payout('PayoutCompleted');
const payoutFailure = payout('PayoutFailure');
const payoutFailureResolved = payout('PayoutFailureResolved');
const payoutRejected = payout('PayoutRejected');

const financialAdjustmentInitiated: EventFactory = (random, _at, details) =>
  eventOf(
    'payoutNotification',
    'FinancialAdjustmentInitiated',
    {
      content: {
        enterprisePartyIdentifier: digits(random, 10),
        organizationLegalName: 'Lantern Quay Chandlery Ltd',
        adjustmentTypeCode: oneOf(random, ['CREDIT', 'DEBIT']),
        serviceCodeName: 'TERMINAL_RENT',
        financialAdjustmentAmount: { amount: decimalAmount(random), currency: 'USD' },
      },
    },
    details,
  );

const achReturnReceived: EventFactory = (random, at, details) =>
  eventOf(
    'achStatusNotification',
    'AchReturnReceived',
    {
      common: { merchantDoingBusinessAsName: 'Lantern Quay Chandlery' },
      content: {
        achReturnId: reference(random, 'ACH'),
        returnCode: oneOf(random, ['R01', 'R03', 'R10']),
        achReturnDate: dayAfter(at, 0),
        achReturnAmount: { amount: decimalAmount(random), currency: 'USD' },
        returnReasonDescription: 'The account does not cover it',
      },
    },
    details,
  );

/** Its amount is a whole number of units of which `decimalCount` digits are after the point. */
const directDebit =
  (subType: string): EventFactory =>
  (random, at, details) =>
    eventOf(
      'balanceMonitoringNotification',
      subType,
      {
        content: {
          payoutPostedTimestamp: instant(at - 9000),
          last4PaymentAccountNumber: digits(random, 4),
          payoutIdentifier: uuid(random),
          directDebitAmount: { amount: `1${digits(random, 4)}`, currency: 'USD', decimalCount: '2' },
        },
      },
      details,
    );

const directDebitInitiated = directDebit('DirectDebitInitiated');
const directDebitRetry = directDebit('DirectDebitRetry');
const directDebitReturn = directDebit('DirectDebitReturn');

export const payoutEvents = {
  payoutCreated,
  payoutCompleted,
  payoutFailure,
  payoutFailureResolved,
  payoutRejected,
  financialAdjustmentInitiated,
  achReturnReceived,
  directDebitInitiated,
  directDebitRetry,
  directDebitReturn,
} as const;
