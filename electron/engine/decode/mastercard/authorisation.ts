import { MERCHANT } from '../../../../shared/catalogue/detail-names.ts';
import type { DecodedError, Facts } from '../../../../shared/notification.ts';
import {
  issuerResponse,
  type IssuerResponse,
} from '../../../../shared/catalogue/payments/mastercard-responses.ts';
import { mastercardEvents, type MastercardEvent } from '../../../../shared/catalogue/payments/mastercard.ts';
import { major, type Amount } from '../payments/amounts.ts';
import { detailsOf, identifierDetails } from '../payments/details.ts';
import { shown } from '../payments/leaf-view.ts';
import { money, paymentLine } from '../payments/payment-line.ts';
import type { AuthorisationMessage, SentAmount } from './authorisation-message.ts';
import {
  banknetOfTrace,
  cardDetails,
  cardReferences,
  distinct,
  paymentReference,
  purchaseDetails,
  purchaseReference,
} from './card-references.ts';
import { eventDate, eventDateInWords } from './event-date.ts';
import { factsFrom, type CardNotification } from './notification.ts';

/** An authorization, its advice or its reversal. All amounts are in minor units. */
export function authorisationFacts(notification: CardNotification, message: AuthorisationMessage): Facts {
  const response = message.responseCode === null ? null : issuerResponse(message.responseCode);
  const isReversal = message.messageType?.startsWith('04') ?? false;
  const event = isReversal ? reversalEvent(message, response) : authorisationEvent(message, response);
  const replacements = event === 'reversed' ? message.replacements : [];
  const lines = [...message.amounts, ...replacements].flatMap(lineOf);
  const [first] = lines;
  return factsFrom(notification, event, {
    ...words(event, message.responseCode, response, first?.amount ?? null),
    statusCode: shown(message.responseCode, 16),
    messageId: messageId(notification, message),
    references: distinct([
      paymentReference(message.banknet, message.virtualCard),
      isReversal ? paymentReference(banknetOfTrace(message.traceId), message.virtualCard) : null,
      ...cardReferences(message.virtualCard),
      ...purchaseReference(message.purchaseRequest.text('purchaseRequestId')),
    ]),
    errors: REFUSALS.has(event) ? [refusal(event, message.responseCode ?? 'none', response)] : [],
    payments: lines.map(({ line }) => line),
    details: details(notification, message),
    problems: lines.flatMap(({ amount }) => amount.problem ?? []),
  });
}

/** A check of the card has no amount: with one, nothing says whether that was agreed to. */
function authorisationEvent(message: AuthorisationMessage, response: IssuerResponse | null): MastercardEvent {
  const event = response?.event ?? 'authorisation-unclear';
  const isNothing = message.amounts.every(
    ({ amount }) => amount === null || /^[-+]?0+([.,]0*)?$/.test(amount),
  );
  return event === 'account-checked' && !isNothing ? 'authorisation-unclear' : event;
}

/** A request or advice tells that it is so, whatever code it repeats from the original; a response may say no. */
function reversalEvent(message: AuthorisationMessage, response: IssuerResponse | null): MastercardEvent {
  const isAnswer = REVERSAL_ANSWERS.has(message.messageType ?? '') && message.responseCode !== null;
  if (!isAnswer) return 'reversed';
  if (response === null) return 'reversal-unclear';
  return response.event === 'declined' ? 'reversal-refused' : 'reversed';
}

const REFUSALS: ReadonlySet<MastercardEvent> = new Set<MastercardEvent>(['declined', 'reversal-refused']);

const REVERSAL_ANSWERS: ReadonlySet<string> = new Set(['0410', '0430']);

function lineOf({ kind, name, amount: sent, currency }: SentAmount) {
  if (sent === null) return [];
  const amount = major(sent, currency);
  return [{ amount, line: paymentLine(kind, name, amount) }];
}

function words(
  event: MastercardEvent,
  code: string | null,
  response: IssuerResponse | null,
  amount: Amount | null,
): Pick<Facts, 'title' | 'meaning' | 'nextStep'> {
  const { title, meaning, nextStep } = mastercardEvents[event];
  const isAmountTold = amount !== null && amount.problem === null && event !== 'account-checked';
  const answer =
    code === null
      ? ''
      : ` Answer: ${shown(code, 16) ?? ''}, ${response?.words ?? 'not in the list of known codes'}.`;
  return {
    title: isAmountTold ? `${title}: ${money(amount)}` : title,
    meaning: meaning + answer,
    nextStep: event === 'declined' ? (response?.nextStep ?? nextStep) : nextStep,
  };
}

/** What to do about a payment's refusal is no advice for that of its reversal. */
const refusal = (event: MastercardEvent, code: string, response: IssuerResponse | null): DecodedError => ({
  code: shown(code, 16) ?? 'none',
  meaning: response === null ? null : `${event === 'declined' ? 'Declined' : 'Refused'}: ${response.words}`,
  advisory: false,
  pointer: null,
  path: null,
  dataElement: null,
  item: null,
  description: null,
  nextStep: event === 'declined' ? (response?.nextStep ?? null) : null,
});

/** What tells one message of the network from another within a year: none of it has one. */
function messageId({ createdAt }: CardNotification, message: AuthorisationMessage): string | null {
  const { messageType, traceId, traceNumber, date, time, virtualCard } = message;
  if (traceNumber === null && traceId === null) return null;
  const moment = eventDate(date, time, createdAt) ?? createdAt;
  const year = moment === null ? null : String(new Date(moment).getUTCFullYear());
  return [year, messageType, traceId, traceNumber, date, time, virtualCard.guid]
    .filter((known) => known !== null)
    .join(' ');
}

function details(notification: CardNotification, message: AuthorisationMessage) {
  const { merchant, original, zone } = message;
  const near = notification.createdAt;
  return [
    ...detailsOf([
      [MERCHANT, merchant.name],
      ['Merchant’s city', merchant.city],
      [
        'Merchant category',
        [merchant.categoryCode, merchant.category].filter((part) => part !== null).join(' '),
      ],
    ]),
    ...cardDetails(message.virtualCard, message.realCard),
    ...detailsOf([
      ['Authorisation code', message.authorisationCode],
      [
        zone === 'UTC' ? 'Sent at' : 'Time at the merchant',
        eventDateInWords(message.date, message.time, near, zone),
      ],
      ['Processing date', eventDateInWords(message.settlementDate, null, near, 'UTC')],
      ['Message type', typeInWords(message.messageType)],
      ['Kind of transaction', POS_STATUS[message.posStatus ?? ''] ?? null],
      ['Controls of the virtual card', message.controls === 'V' ? 'all passed' : message.controls],
      ['Reason for the advice', message.adviceReason],
      ['Answers', message.answers],
    ]),
    ...purchaseDetails(message.purchaseRequest),
    ...identifierDetails([
      ['Banknet reference', message.banknet],
      ['Network', message.network],
      ['Trace id', message.traceId],
      ['System trace number', message.traceNumber],
      ['Retrieval reference', merchant.retrievalReference],
    ]),
    ...detailsOf([
      ['Trace number of the original', original.text('systemTraceAuditNumber')],
      ['Original sent at', original.text('transmissionRawDateTime')],
      ['Merchant id', merchant.id],
    ]),
  ];
}

const typeInWords = (type: string | null): string | null => {
  const known = MESSAGE_TYPES[type ?? ''];
  return type === null || known === undefined ? type : `${type}, ${known}`;
};

const MESSAGE_TYPES: Readonly<Record<string, string>> = {
  '0100': 'authorisation request',
  '0110': 'authorisation response',
  '0120': 'authorisation advice',
  '0130': 'response to an advice',
  '0400': 'reversal request',
  '0410': 'reversal response',
  '0420': 'reversal advice',
  '0430': 'response to a reversal advice',
};

const POS_STATUS: Readonly<Record<string, string>> = {
  '0': 'normal',
  '2': 'order by phone',
  '3': 'enquiry about instalments at a cash machine',
  '4': 'pre-authorisation',
  '5': 'time-based',
  '6': 'update of the card’s counter',
  '8': 'enquiry about the account, no purchase',
  '9': 'request for a token',
};
