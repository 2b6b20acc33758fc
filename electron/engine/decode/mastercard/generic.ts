import type { Facts } from '../../../../shared/notification.ts';
import type { Fields } from '../payments/fields.ts';
import { leafView } from '../payments/leaf-view.ts';
import {
  cardDetails,
  cardOf,
  cardReferences,
  distinct,
  paymentReference,
  purchaseReference,
} from './card-references.ts';
import { clearingEvent } from './clearing.ts';
import { factsFrom, type CardNotification } from './notification.ts';

/** A subject without a description here: what it says, leaf by leaf. */
export const genericFacts = (notification: CardNotification): Facts =>
  factsFrom(notification, 'unknown', {
    references: referencesIn(notification.content),
    details: leafView(notification.content.value),
  });

/**
 * BPC_CLEARING: named by Mastercard without a list of its fields, so what it says is shown leaf by leaf. Whether its
 * amounts are in major or minor units nobody says: they are shown as sent, and never as money. Where it has the shape
 * of the clearing reports of the same service, what kind of clearing it is and its id are read.
 */
export function genericClearingFacts(notification: CardNotification): Facts {
  const { content } = notification;
  const clearing = content.object('clearing');
  const kind = clearing.isEmpty ? content : clearing;
  const virtual = cardOf(content.object('virtualPaymentCard'));
  return factsFrom(notification, clearingEvent(kind), {
    statusCode: kind.text('messageTypeId')?.slice(0, 16) ?? null,
    messageId:
      content.text('transactionInformation', 'clearingTransactionId') ??
      content.text('clearingTransactionId'),
    references: referencesIn(content),
    details: [
      ...cardDetails(virtual, cardOf(content.object('realPaymentCard'))),
      ...leafView(content.value, { except: CARDS }),
    ],
  });
}

const CARDS: ReadonlySet<string> = new Set(['virtualPaymentCard', 'realPaymentCard']);

function referencesIn(content: Fields) {
  const virtual = cardOf(content.object('virtualPaymentCard'));
  const banknet =
    content.text('banknetReferenceNumber') ?? content.text('processor', 'banknetReferenceNumber');
  return distinct([
    paymentReference(banknet, virtual),
    ...cardReferences(virtual),
    ...purchaseReference(content.text('purchaseRequest', 'purchaseRequestId')),
  ]);
}
