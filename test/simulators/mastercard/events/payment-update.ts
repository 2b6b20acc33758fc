import { digits } from './cards.ts';
import type { MastercardEvent } from '../notification-shelf.ts';

export type PaymentStatus = 'SUBMITTED' | 'PENDING' | 'RECEIVED' | 'ACCEPTED' | 'APPROVED' | 'DECLINED';

/** A payment of the Business Payment Service: what its updates have in common. It has no amount. */
export interface BpsPayment {
  readonly purchaseRequestId: string;
  readonly transactionId: string;
  readonly retrievalReference: string;
}

export const madeUpPayment = (random: () => number): BpsPayment => ({
  purchaseRequestId: digits(random, 16),
  transactionId: digits(random, 9),
  retrievalReference: `QSRR_${digits(random, 12)}`,
});

/**
 * PAYMENT_UPDATE at `at`, epoch milliseconds. Shapes differ between publications: `published` has a list of reasons
 * and bare dates, `specified` one reason and date-times.
 */
export function paymentUpdate(
  payment: BpsPayment,
  status: PaymentStatus,
  at: number,
  shape: 'published' | 'specified' = 'published',
): MastercardEvent {
  const isDeclined = status === 'DECLINED';
  const reason = isDeclined
    ? { reasonCode: 'R07', description: 'The supplier does not take this card' }
    : { reasonCode: 'R00', description: 'Nothing to report' };
  const date = new Date(at).toISOString();
  const written = shape === 'published' ? date.slice(0, 10) : date;
  return {
    subject: 'PAYMENT_UPDATE',
    content: {
      source: 'BPS',
      purchaseRequestId: payment.purchaseRequestId,
      bpsTransactionId: payment.transactionId,
      status,
      updatedDate: written,
      transactionIdentification: {
        approvalCode: status === 'APPROVED' ? 'QA' : null,
        retrievalReferenceNumber: payment.retrievalReference,
        transactionReference: payment.transactionId,
        transactionDateTime: written,
      },
      statusReasonInformation: shape === 'published' ? [reason] : reason,
      errors: isDeclined && shape === 'specified' ? reason : null,
    },
  };
}
