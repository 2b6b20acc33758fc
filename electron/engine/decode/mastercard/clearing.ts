import { MERCHANT } from '../../../../shared/catalogue/detail-names.ts';
import type { Facts } from '../../../../shared/notification.ts';
import { mastercardEvents, type MastercardEvent } from '../../../../shared/catalogue/payments/mastercard.ts';
import { asMajor } from '../payments/amounts.ts';
import { detailsOf, identifierDetails } from '../payments/details.ts';
import type { Fields } from '../payments/fields.ts';
import { money, paymentLine } from '../payments/payment-line.ts';
import { currencyIn } from './authorisation-message.ts';
import {
  cardDetails,
  cardOf,
  cardReferences,
  distinct,
  paymentReference,
  purchaseDetails,
  purchaseReference,
} from './card-references.ts';
import { factsFrom, type CardNotification } from './notification.ts';

/** CLEARING. Unlike an authorization's, its amounts are in major units. */
export function clearingFacts(notification: CardNotification): Facts {
  const { content } = notification;
  const event = clearingEvent(content);
  const virtual = cardOf(content.object('virtualPaymentCard'));
  const lines = linesOf(content);
  const [first] = lines;
  const { title } = mastercardEvents[event];
  return factsFrom(notification, event, {
    title: first === undefined || first.amount.problem !== null ? title : `${title}: ${money(first.amount)}`,
    statusCode: content.text('messageTypeId')?.slice(0, 16) ?? null,
    messageId: content.text('clearingTransactionId'),
    references: distinct([
      paymentReference(content.text('banknetReferenceNumber'), virtual),
      ...cardReferences(virtual),
      ...purchaseReference(content.text('purchaseRequest', 'purchaseRequestId')),
    ]),
    payments: lines.map(({ line }) => line),
    details: [
      ...merchantDetails(content.object('acceptor')),
      ...cardDetails(virtual, cardOf(content.object('realPaymentCard'))),
      ...clearingDetails(content),
      ...purchaseDetails(content.object('purchaseRequest')),
    ],
    problems: lines.flatMap(({ amount }) => amount.problem ?? []),
  });
}

/**
 * What a clearing message is. By its type (1240 presentment, 1442 chargeback, 1644 administrative, 1740 fee
 * collection), and where that is none of these by what its text calls it.
 */
export function clearingEvent(content: Fields): MastercardEvent {
  const type = content.text('messageTypeId');
  if (type === '1240') return presentment(content);
  const known = MESSAGE_TYPES[type ?? ''];
  if (known !== undefined) return known;
  const named = content.text('txnType') ?? '';
  if (/charge\s*back/i.test(named)) return 'chargeback';
  if (/\bfee\b/i.test(named)) return 'fee-collected';
  return /presentment/i.test(named) ? presentment(content) : 'clearing-unclear';
}

const MESSAGE_TYPES: Readonly<Record<string, MastercardEvent>> = {
  '1442': 'chargeback',
  '1644': 'administrative',
  '1740': 'fee-collected',
};

function presentment(content: Fields): MastercardEvent {
  if (/^(true|t|y|yes)$/i.test(content.text('reversalIndicator') ?? '')) return 'clearing-reversed';
  return /^c(redit)?$/i.test(content.text('type') ?? '') ? 'credited' : 'cleared';
}

function linesOf(content: Fields) {
  const acceptor = content.object('acceptor', 'amount');
  return [
    line('cardholder', 'Billed to the card', content.object('cardHolderAmount')),
    line('settlement', 'Settled', content.object('settlementAmount')),
    line('clearing', 'Asked by the merchant', acceptor),
  ].flat();
}

function line(kind: string, name: string, sent: Fields) {
  // The merchant's amount is called `value`, all others `amount`.
  const text = sent.text('amount') ?? sent.text('value');
  if (text === null) return [];
  const amount = asMajor(text, currencyIn(sent));
  return [{ amount, line: paymentLine(kind, name, amount) }];
}

const merchantDetails = (acceptor: Fields) =>
  detailsOf([
    [MERCHANT, acceptor.text('name')],
    ['Merchant’s city', acceptor.text('cityName')],
    [
      'Merchant category',
      acceptor
        .texts('merchantCategoryCode')
        .concat(acceptor.texts('merchantCategoryCodeDescription'))
        .join(' '),
    ],
  ]);

function clearingDetails(content: Fields) {
  const authorised = content.object('authorization', 'cardHolderAmount');
  const authorisedAmount = authorised.text('amount');
  return [
    ...detailsOf([
      ['Authorisation code', content.text('authCode')],
      [
        'Authorised',
        authorisedAmount === null ? null : money(asMajor(authorisedAmount, currencyIn(authorised))),
      ],
      ['Matched with its authorisation', matched(content.text('isMatched'))],
      ['Kind of clearing', content.text('txnType')],
      ['Message type', content.text('messageTypeId')],
      ['Reason code', content.text('messageReasonCode')],
      ['Local time', content.text('dateTimeTransactionLocal')],
    ]),
    ...identifierDetails([
      ['Clearing', content.text('clearingTransactionId')],
      ['Linked to clearing', content.text('originalTransactionId')],
      ['Banknet reference', content.text('banknetReferenceNumber')],
      ['Acquirer’s reference', content.text('acquirerReferenceData')],
      ['Retrieval reference', content.text('acceptor', 'retrievalReferenceNumber')],
    ]),
    ...detailsOf([['Merchant id', content.text('acceptor', 'id')]]),
  ];
}

/** Documented as S or F and as true or false. */
function matched(sent: string | null): string | null {
  if (sent === null) return null;
  if (/^(s|t|true)$/i.test(sent)) return 'yes';
  return /^(f|false)$/i.test(sent) ? 'no' : sent;
}
