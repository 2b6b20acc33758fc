import { describe, expect, it } from 'vitest';
import { jpmEvent, unknownJpmEvent } from './jpm.ts';

const attention = (family: string, ...subTypes: readonly string[]) =>
  subTypes.map((subType) => jpmEvent(family, subType)?.attention);

describe('what a person must look at', () => {
  it.each([
    ['paymentUpdateNotification', 'act', ['PaymentDeclined', 'PaymentErrored']],
    ['refundUpdateNotification', 'act', ['RefundDeclined', 'RefundErrored']],
    ['recurringProgramNotification', 'act', ['PaymentNotApplied']],
    [
      'disputeNotification',
      'act',
      ['DisputeReceived', 'DisputeMerchantResponseRequested', 'Received', 'Response', 'DisputeResponse'],
    ],
    ['payoutNotification', 'act', ['PayoutFailure', 'PayoutDenied', 'PayoutRejected']],
    ['payoutNotification', 'watch', ['PayoutUnderReview', 'FinancialAdjustmentInitiated']],
    ['achStatusNotification', 'act', ['AchReturnReceived']],
    ['transactionUpdateNotification', 'act', ['TransactionFailed']],
    ['balanceMonitoringNotification', 'act', ['DirectDebitRetry', 'DirectDebitReturn']],
    ['accountUpdateNotification', 'act', ['AccountOverdrawn']],
    [
      'merchantStatusNotification',
      'act',
      ['MerchantSuspendedAutoblock', 'MerchantSuspendedWithFundHold', 'MerchantAccountClosed'],
    ],
    ['paymentUpdateNotification', 'info', ['PaymentApproved', 'PaymentClosed']],
    ['payoutNotification', 'info', ['PayoutCreated', 'PayoutCompleted', 'PayoutFailureResolved']],
    ['reportStatusNotification', 'info', ['DailyCompleted']],
  ])('in %s is %s for %j', (family, expected, subTypes) => {
    expect(attention(family, ...subTypes)).toEqual(subTypes.map(() => expected));
  });

  it('is found under any spelling of the family', () => {
    const families = [
      'disputeNotification',
      'DisputeNotification',
      'DISPUTENOTIFICATION',
      'disputeNotificationSubscription',
    ];
    expect(families.map((family) => jpmEvent(family, 'disputeClosed')?.title)).toEqual(
      families.map(() => 'Dispute closed'),
    );
  });

  it('is also whatever nobody knows, under its own name in words', () => {
    const { title, attention: urgency, outcome } = unknownJpmEvent('tidalNotification', 'TideReturned');
    expect([
      title,
      urgency,
      outcome,
      unknownJpmEvent('tidalNotification', '').title,
      unknownJpmEvent('', '').title,
    ]).toEqual(['Tide returned', 'watch', 'returned', 'Tidal', 'Notification of a new kind']);
  });
});
