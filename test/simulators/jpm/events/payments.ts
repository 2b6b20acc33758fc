import { oneOf } from '../../cds/chance.ts';
import { digits } from '../../mastercard/events/cards.ts';
import type { Members } from '../jpm-event.ts';
import { currencyCode, eventOf, instant, reference, uuid, type EventFactory } from './event-factory.ts';

/** What payments and refunds have in common: an amount as text without a point, in a unit that is not published. */
function madeUpPayment(random: () => number, at: number): Members {
  const transaction = uuid(random);
  return {
    merchantOrderNumber: reference(random, 'ORD'),
    amount: String(100 + Number(digits(random, 5))),
    currency: currencyCode(random),
    transactionIdentifier: transaction,
    paymentRequestIdentifier: transaction,
    paymentType: 'CARD',
    transactionDate: instant(at - 1300),
    merchantDoingBusinessAsName: 'Lantern Quay Chandlery',
    externalTransactionReferenceNumber: digits(random, 12),
  };
}

const payment =
  (subType: string, content: (random: () => number) => Members): EventFactory =>
  (random, at, details) =>
    eventOf(
      'paymentUpdateNotification',
      subType,
      { common: madeUpPayment(random, at), content: content(random) },
      details,
    );

const refund =
  (subType: string, content: Members): EventFactory =>
  (random, at, details) =>
    eventOf('refundUpdateNotification', subType, { common: madeUpPayment(random, at), content }, details);

const paymentApproved = payment('PaymentApproved', (random) => ({
  hostResponseCode: '100',
  hostMessage: '',
  responseCode: 'APPROVED',
  responseStatus: 'SUCCESS',
  responseMessage: 'The issuer said yes',
  approvalCode: digits(random, 6),
  transactionState: 'AUTHORIZED',
}));

const paymentDeclined = payment('PaymentDeclined', (random) => ({
  hostResponseCode: oneOf(random, ['302', '303', '521']),
  responseCode: 'DECLINED',
  responseStatus: 'DENIED',
  responseMessage: oneOf(random, ['The issuer said no', 'Not enough on the account']),
}));

const paymentErrored = payment('PaymentErrored', () => ({
  hostResponseCode: '902',
  responseCode: 'PROCESSING_ERROR',
  responseStatus: 'ERROR',
  responseMessage: 'The scheme did not answer',
}));

const paymentVoid = payment('PaymentVoid', () => ({
  transactionState: 'VOIDED',
  transactionStatusReason: 'Withdrawn by the merchant',
  transactionStatusCode: 'VOID',
}));

const paymentClosed = payment('PaymentClosed', (random) => ({
  hostResponseCode: '100',
  responseCode: 'APPROVED',
  responseStatus: 'SUCCESS',
  responseMessage: 'Captured in full',
  transactionState: 'CLOSED',
  captureIdentifier: uuid(random),
}));

const refundApproved = refund('RefundApproved', {
  hostResponseCode: '100',
  responseCode: 'APPROVED',
  responseMessage: 'The money goes back',
  transactionState: 'AUTHORIZED',
});

const refundDeclined = refund('RefundDeclined', {
  hostResponseCode: '303',
  responseCode: 'DECLINED',
  responseMessage: 'The issuer will not take it back',
  transactionState: 'DECLINED',
});

const refundErrored = refund('RefundErrored', {
  hostResponseCode: '902',
  responseCode: 'PROCESSING_ERROR',
  responseMessage: 'The refund did not go through',
  transactionState: 'ERROR',
});

const refundClosed = refund('RefundClosed', {
  hostResponseCode: '100',
  responseCode: 'APPROVED',
  responseMessage: 'The money went back',
  transactionState: 'CLOSED',
});

export const paymentEvents = {
  paymentApproved,
  paymentDeclined,
  paymentErrored,
  paymentVoid,
  paymentClosed,
  refundApproved,
  refundDeclined,
  refundErrored,
  refundClosed,
} as const;
