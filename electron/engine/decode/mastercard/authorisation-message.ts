import { issuerResponse } from '../../../../shared/catalogue/payments/mastercard-responses.ts';
import type { Fields } from '../payments/fields.ts';
import { cardOf, type Card } from './card-references.ts';

/** An amount as sent, in minor units, with its currency code as sent. */
export interface SentAmount {
  readonly kind: string;
  readonly name: string;
  readonly amount: string | null;
  readonly currency: string | null;
}

/** What an authorization message says, whichever of the two services wrote it. Dates as sent. */
export interface AuthorisationMessage {
  /** `0110` response, `0120` advice, `0400` reversal… */
  readonly messageType: string | null;
  readonly traceNumber: string | null;
  readonly network: string | null;
  readonly banknet: string | null;
  readonly traceId: string | null;
  readonly responseCode: string | null;
  /** All answers in words, where there is more than one. */
  readonly answers: string | null;
  readonly authorisationCode: string | null;
  readonly posStatus: string | null;
  readonly amounts: readonly SentAmount[];
  /** What is left of each amount after a reversal. */
  readonly replacements: readonly SentAmount[];
  readonly virtualCard: Card;
  readonly realCard: Card;
  readonly merchant: MerchantFields;
  /** Transmission by UTC, or at the merchant by its own clock: `MMDD` and `HHmmss`. */
  readonly date: string | null;
  readonly time: string | null;
  readonly zone: 'UTC' | 'local time';
  readonly settlementDate: string | null;
  readonly controls: string | null;
  readonly adviceReason: string | null;
  readonly original: Fields;
  readonly purchaseRequest: Fields;
}

export interface MerchantFields {
  readonly name: string | null;
  readonly city: string | null;
  readonly categoryCode: string | null;
  readonly category: string | null;
  readonly id: string | null;
  readonly retrievalReference: string | null;
}

/** PAYMENT_AUTHORIZATION: amounts at the top with alphabetic currencies. */
export function iccpAuthorisation(content: Fields): AuthorisationMessage {
  const transaction = content.text('transactionCurrencyCode');
  const billing = content.text('billingCurrencyCode');
  const replaced = content.object('replacementAmounts');
  return {
    ...common(content),
    network: content.text('financialNetworkCode'),
    banknet: content.text('banknetReferenceNumber'),
    responseCode: content.text('responseCode'),
    answers: null,
    authorisationCode: content.text('authorizationCode'),
    posStatus: content.text('posTransactionStatus'),
    amounts: amounts(content.text('billingAmount'), billing, content.text('transactionAmount'), transaction),
    replacements: replacements(
      replaced.text('billingAmount'),
      billing,
      replaced.text('transactionAmount'),
      transaction,
    ),
    merchant: {
      name: content.text('merchant', 'name'),
      city: content.text('merchant', 'city'),
      categoryCode: content.text('merchant', 'categoryCode'),
      category: null,
      id: content.text('merchant', 'merchantId'),
      retrievalReference: null,
    },
    date: content.text('transmissionRawDate'),
    time: content.text('transmissionRawTime'),
    zone: 'UTC',
    settlementDate: content.text('settlementDate'),
    controls: content.text('inControlOnBehalfServiceResult', 'vcnServiceResultCode'),
  };
}

/** BPC_PAYMENT_AUTHORIZATION: amounts in objects whose currency is a number as text, with letters or without. */
export function bpcAuthorisation(content: Fields): AuthorisationMessage {
  const acceptor = content.object('acceptor');
  const transaction = content.object('transactionInformation');
  const paid = acceptor.object('amount');
  const billed = content.object('cardHolderAmount');
  const reversal = transaction.object('reversal');
  const processor = content.text('processor', 'responseCode');
  const issuer = transaction.text('issuerResponse');
  return {
    ...common(content),
    network: content.text('processor', 'financialNetworkCode'),
    banknet: content.text('processor', 'banknetReferenceNumber'),
    responseCode: gravest(processor, issuer),
    answers: processor === null || issuer === null ? null : `processor ${processor}, issuer ${issuer}`,
    authorisationCode: transaction.text('authCode'),
    posStatus: acceptor.text('posTransactionStatus'),
    amounts: amounts(billed.text('amount'), currencyIn(billed), paid.text('amount'), currencyIn(paid)),
    replacements: replacements(
      reversal.text('replacementCardholderAmount'),
      currencyIn(billed),
      reversal.text('replacementTransactionAmount'),
      currencyIn(paid),
    ),
    merchant: {
      name: acceptor.text('name'),
      city: acceptor.text('cityName'),
      categoryCode: acceptor.text('merchantCategoryCode'),
      category: acceptor.text('merchantCategoryCodeDescription'),
      id: acceptor.text('id'),
      retrievalReference: acceptor.text('retrievalReferenceNumber'),
    },
    date: acceptor.text('localDate'),
    time: acceptor.text('localTime'),
    zone: 'local time',
    settlementDate: null,
    controls: content.text('processor', 'onBehalfResult'),
  };
}

/**
 * Of the two answers in a message the one that refuses; nothing says which of them decides, and a refusal that is
 * shown as agreed to would be missed.
 */
function gravest(processor: string | null, issuer: string | null): string | null {
  const given = [issuer, processor].filter((code) => code !== null);
  return given.find((code) => issuerResponse(code)?.event === 'declined') ?? given[0] ?? null;
}

const common = (content: Fields) => ({
  messageType: messageTypeOf(content.text('messageTypeIndicator')),
  traceNumber:
    content.text('systemTraceAuditNumber') ??
    content.text('transactionInformation', 'systemTraceAuditNumber'),
  traceId: content.text('traceId'),
  virtualCard: cardOf(content.object('virtualPaymentCard')),
  realCard: cardOf(content.object('realPaymentCard')),
  adviceReason: content.text('advice', 'reasonCode'),
  original: content.object('originalMessage'),
  purchaseRequest: content.object('purchaseRequest'),
});

/** Of four digits; sent as a number it has lost its zero. */
const messageTypeOf = (text: string | null): string | null =>
  text !== null && /^\d{3}$/.test(text) ? `0${text}` : text;

/** The alphabetic code where both are given. */
export const currencyIn = (amount: Fields): string | null =>
  amount.text('currencyCodeAlphabetic') ?? amount.text('currencyCode');

type Text = string | null;

const amounts = (billed: Text, billing: Text, paid: Text, transaction: Text): readonly SentAmount[] => [
  { kind: 'billing', name: 'Billed to the card', amount: billed, currency: billing },
  { kind: 'transaction', name: 'Asked by the merchant', amount: paid, currency: transaction },
];

const replacements = (billed: Text, billing: Text, paid: Text, transaction: Text): readonly SentAmount[] => [
  { kind: 'replacement-billing', name: 'Still billed after the reversal', amount: billed, currency: billing },
  { kind: 'replacement-transaction', name: 'Left after the reversal', amount: paid, currency: transaction },
];
