import type { DecodedError, Facts } from '../../../../shared/notification.ts';
import type { MastercardEvent } from '../../../../shared/catalogue/payments/mastercard.ts';
import { detailsOf, identifierDetails } from '../payments/details.ts';
import type { Fields } from '../payments/fields.ts';
import { shown } from '../payments/leaf-view.ts';
import { distinct, purchaseReference } from './card-references.ts';
import { codeInWords, factsFrom, type CardNotification } from './notification.ts';

/** PAYMENT_UPDATE: one step of a payment through the Business Payment Service. It names no amount. */
export function paymentUpdateFacts(notification: CardNotification): Facts {
  const { content } = notification;
  const status = content.text('status');
  const transaction = content.text('bpsTransactionId');
  // An object, a list of them or null, by version.
  const errors = content.objects('errors').flatMap((error) => errorOf(error, false));
  const reasons = content.objects('statusReasonInformation').flatMap((reason) => errorOf(reason, true));
  const identification = content.object('transactionIdentification');
  return factsFrom(notification, eventOf(status, errors.length > 0), {
    statusCode: shown(status, 32),
    messageId: messageId(transaction, status, content.text('updatedDate')),
    references: distinct([
      ...purchaseReference(content.text('purchaseRequestId')),
      transaction === null ? null : { kind: 'bps-transaction', value: transaction },
    ]),
    errors: [...errors, ...reasons],
    details: [
      ...detailsOf([
        ['Status', codeInWords(status)],
        ['Updated', content.text('updatedDate')],
        ['Approval code', identification.text('approvalCode')],
        ['Transaction date', identification.text('transactionDateTime')],
        ['Transaction reference', identification.text('transactionReference')],
      ]),
      ...identifierDetails([
        ['Retrieval reference', identification.text('retrievalReferenceNumber')],
        ['Purchase request', content.text('purchaseRequestId')],
        ['Business payment', transaction],
      ]),
      ...detailsOf([['Service', content.text('source')]]),
    ],
  });
}

function eventOf(status: string | null, hasErrors: boolean): MastercardEvent {
  const known = STATUSES[status?.toUpperCase() ?? ''] ?? 'update-unclear';
  return hasErrors && known !== 'update-declined' ? 'update-with-errors' : known;
}

const STATUSES: Readonly<Record<string, MastercardEvent>> = {
  SUBMITTED: 'update-in-progress',
  PENDING: 'update-in-progress',
  RECEIVED: 'update-in-progress',
  ACCEPTED: 'update-in-progress',
  APPROVED: 'update-approved',
  DECLINED: 'update-declined',
};

/** A status's reason is no error, and says so by being advisory. */
function errorOf(sent: Fields, advisory: boolean): readonly DecodedError[] {
  const code = shown(sent.text('reasonCode'), 64);
  const description = shown(sent.text('description'), 500);
  if (code === null && description === null) return [];
  const blank = { meaning: null, pointer: null, path: null, dataElement: null, item: null, nextStep: null };
  return [{ ...blank, code: code ?? 'none', description, advisory }];
}

const messageId = (
  transaction: string | null,
  status: string | null,
  updated: string | null,
): string | null =>
  transaction === null ? null : [transaction, status, updated].filter((known) => known !== null).join(' ');
