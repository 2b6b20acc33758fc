import type { Fields } from '../payments/fields.ts';

/**
 * Whether a content names its event so that the same event, told of again, can be known by it whenever the second
 * notification was made. Where it does not, the same content may come again and be news: a card that is suspended a
 * second time. Of Mastercard's keys in each subject, only what tells by itself counts.
 */
export const namesItsEvent = (subject: string, content: Fields): boolean => KEYS[subject]?.(content) === true;

const KEYS: Readonly<Record<string, (content: Fields) => boolean>> = {
  PAYMENT_AUTHORIZATION: (content) =>
    tell(traceNumber(content)) &&
    (tell(content.text('traceId')) ||
      tell(content.text('transmissionRawDate'), content.text('transmissionRawTime'))),
  BPC_PAYMENT_AUTHORIZATION: (content) => tell(traceNumber(content), content.text('traceId')),
  CLEARING: (content) => tell(content.text('clearingTransactionId')),
  BPC_CLEARING: (content) => tell(content.text('transactionInformation', 'clearingTransactionId')),
  PAYMENT_UPDATE: updateIsNamed,
  TOKEN_LIFECYCLE_EVENT: tokenChangeIsNamed,
  TOKEN_PROVISIONING_EVENT: tokenChangeIsNamed,
};

/** One payment has several updates, and may come back to a state: the date of the update is part of its name. */
function updateIsNamed(content: Fields): boolean {
  return tell(content.text('bpsTransactionId'), content.text('status'), content.text('updatedDate'));
}

/** A correlation id is of the token's whole life, perhaps. */
function tokenChangeIsNamed(content: Fields): boolean {
  return tell(content.text('tokenInfo', 'accountGuid'), content.text('tokenInfo', 'lastUpdatedDate'));
}

const traceNumber = (content: Fields): string | null =>
  content.text('systemTraceAuditNumber') ?? content.text('transactionInformation', 'systemTraceAuditNumber');

/** Whether all of these say something: zeros and blanks stand for nothing. */
const tell = (...texts: readonly (string | null)[]): boolean =>
  texts.every((text) => text !== null && /[^\W_0]/.test(text));
