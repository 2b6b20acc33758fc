import { describe, expect, it } from 'vitest';
import { jpmAccounts } from './jpm-accounts.ts';
import { jpmPayments } from './jpm-payments.ts';
import { jpmServices } from './jpm-services.ts';
import { jpmEvent, unknownJpmEvent } from './jpm.ts';
import { issuerResponse } from './mastercard-responses.ts';
import { mastercardEvents } from './mastercard.ts';
import type { PaymentEvent } from './payment-event.ts';

const jpm: readonly PaymentEvent[] = [jpmPayments, jpmAccounts, jpmServices].flatMap((families) =>
  Object.values(families).flatMap((subTypes) => Object.values(subTypes)),
);
const all: readonly PaymentEvent[] = [...Object.values(mastercardEvents), ...jpm];

describe('the table of payment events', () => {
  it('says what to do wherever a person must look, and is written in sentences', () => {
    const wrong = all.filter(
      ({ title, meaning, nextStep, attention }) =>
        (attention === 'info') !== (nextStep === null) ||
        !meaning.endsWith('.') ||
        nextStep?.endsWith('.') === false ||
        /[.!]$|_/.test(title),
    );
    expect(wrong).toEqual([]);
  });

  it('never lets lost money pass as information', () => {
    const bad = new Set(['declined', 'disputed', 'failed']);
    expect(all.filter(({ attention, outcome }) => attention === 'info' && bad.has(outcome))).toEqual([]);
  });

  it.each([
    ['PaymentUpdateNotification', 'PaymentDeclined', 'act', 'declined'],
    ['paymentUpdateNotification', 'paymentApproved', 'info', 'approved'],
    ['disputeNotification', 'DisputeMerchantResponseRequested', 'act', 'disputed'],
    ['payoutNotification', 'PayoutFailure', 'act', 'failed'],
    ['balanceMonitoringNotification', 'DirectDebitReturn', 'act', 'returned'],
    ['achStatusNotification', 'AchReturnReceived', 'act', 'returned'],
    ['accountUpdateNotification', 'AccountOverdrawn', 'act', 'failed'],
    [
      'allocationOrderInstructionNotificationSubscription',
      'AllocationOrderInstructionUpdate',
      'info',
      'updated',
    ],
    ['allocationOrderNotification', 'AllocationOrderUpdateNotification', 'info', 'updated'],
    ['qrCodeStatusNotification', 'QRCodePaid', 'info', 'settled'],
    ['commerceCenterUserAccess', 'firstTimeRegistration', 'info', 'registered'],
  ])('%s %s is %s, %s', (family, subType, attention, outcome) => {
    expect(jpmEvent(family, subType)).toMatchObject({ attention, outcome });
  });

  it('has words for what it lacks, always to be looked at', () => {
    expect(jpmEvent('payoutNotification', 'PayoutHeldAgain')).toBeNull();
    const { title, attention, outcome } = unknownJpmEvent('payoutNotification', 'PayoutRejectedAgain');
    expect([title, attention, outcome]).toEqual(['Payout rejected again', 'watch', 'declined']);
    expect(unknownJpmEvent('newNotification', '').title).toBe('New');
  });
});

describe('an issuer’s answer', () => {
  it.each([
    ['00', 'authorised'],
    ['08', 'authorised'],
    ['10', 'authorised-in-part'],
    ['85', 'account-checked'],
    ['51', 'declined'],
    ['5', 'declined'],
    ['0', 'authorised'],
    ['96', 'declined'],
  ])('%s is %s', (code, event) => {
    expect(issuerResponse(code)?.event).toBe(event);
  });

  it('that is not in the list is none', () => {
    expect([issuerResponse('ZZ'), issuerResponse('')]).toEqual([null, null]);
  });
});
