/**
 * What the name of a JSON member says about the digits in it.
 *
 * `card`: a card number by definition, whether or not it passes the check digit. `identifier`: one that somebody assigns,
 * where only what a known scheme issues is one. `amount`: money, where the same holds, and what is too long for money.
 * `unknown`: anything else, where the check digit decides.
 */
export type CardField = 'card' | 'identifier' | 'amount' | 'unknown';

export function cardField(name: string | null): CardField {
  const key = name?.toLowerCase() ?? '';
  if (CARD_NUMBERS.has(key)) return 'card';
  if (key.endsWith('amount')) return 'amount';
  return IDENTIFIERS.has(key) ? 'identifier' : 'unknown';
}

/** Whether digits in an amount are money: padded with zeros in places, and never of more than fourteen digits. */
export const isMoney = (digits: string): boolean => digits.startsWith('0') || digits.length <= 14;

/** `number` of a real or virtual card, `accountNumber` of a token and of the card behind it, and their like. */
const CARD_NUMBERS: ReadonlySet<string> = new Set(
  [
    'number',
    'cardNumber',
    'accountNumber',
    'primaryAccountNumber',
    'pan',
    'tokenPan',
    'tokenNumber',
    'realCardNumber',
    'virtualCardNumber',
  ].map((name) => name.toLowerCase()),
);

/**
 * Left alone although one in ten of their values passes the check digit, but where a known scheme issues such numbers: each
 * ties notifications together or is what a person quotes to the network. A trace id is a network code, a Banknet reference and a date; an acquirer's
 * reference has 23 digits; a retrieval reference has 12 characters (ISO 8583 data element 37).
 */
const IDENTIFIERS: ReadonlySet<string> = new Set(
  [
    'clearingTransactionId',
    'originalTransactionId',
    'authorizationTransactionId',
    'purchaseRequestId',
    'bpsTransactionId',
    'acquirerReferenceData',
    'acquirerReferenceNumber',
    'banknetReferenceNumber',
    'traceId',
    'retrievalReferenceNumber',
    'correlationId',
    'idempotencyKey',
    'accountGuid',
    'issuerGuid',
    'corpGuid',
    'companyGuid',
    'fundingSourceGuid',
    'merchantId',
    'platformId',
    'clientId',
    'transactionId',
    'endToEndId',
    'recurringProgramId',
    'reportIdentifier',
    'notificationId',
    'subscriptionId',
    'transactionIdentifier',
    'paymentRequestIdentifier',
    'payoutIdentifier',
    'achReturnId',
    'firmDisputeCaseID',
  ].map((name) => name.toLowerCase()),
);
