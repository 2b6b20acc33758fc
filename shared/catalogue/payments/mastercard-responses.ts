import type { MastercardEvent } from './mastercard.ts';

/** What an issuer answered to an authorisation (data element 39). */
export interface IssuerResponse {
  readonly event: Extract<
    MastercardEvent,
    'authorised' | 'authorised-in-part' | 'account-checked' | 'declined'
  >;
  /** The answer in words, to stand after a colon. */
  readonly words: string;
  /** What to do, where that is more than for any refusal. */
  readonly nextStep: string | null;
}

/** Null for a code that is not in the table. The field has two places: a code sent as a number has lost its zero. */
export const issuerResponse = (code: string): IssuerResponse | null =>
  responses.get(/^\d$/.test(code) ? `0${code}` : code) ?? null;

const answer = (event: IssuerResponse['event'], words: string): IssuerResponse => ({
  event,
  words,
  nextStep: null,
});

const declined = (words: string, nextStep: string | null = null): IssuerResponse => ({
  event: 'declined',
  words,
  nextStep,
});

const CALL = 'Call the card issuer, then pay again or another way.';
const LATER = 'Try again later; if it lasts, pay another way.';
const CARD = 'Check the card number that was given to the merchant, or ask for a new one.';
const CONTROLS = 'Check the limits and controls of this card number, then pay again.';
const MERCHANT = 'Ask the merchant to correct the request and send it again.';
const STOP = 'Do not use the card. Speak to the card issuer at once.';

const responses: ReadonlyMap<string, IssuerResponse> = new Map([
  ['00', answer('authorised', 'approved')],
  ['08', answer('authorised', 'approved with identification')],
  ['10', answer('authorised-in-part', 'approved for part of the amount')],
  ['85', answer('account-checked', 'not declined')],
  ['01', declined('refer to the card issuer', CALL)],
  ['03', declined('merchant not valid', MERCHANT)],
  ['04', declined('card to be kept by the merchant', STOP)],
  ['05', declined('refused by the issuer without a reason', CALL)],
  ['12', declined('transaction not valid', MERCHANT)],
  ['13', declined('amount not valid', MERCHANT)],
  ['14', declined('card number not valid', CARD)],
  ['15', declined('issuer not known', CARD)],
  ['30', declined('message not well formed', MERCHANT)],
  ['34', declined('fraud suspected', STOP)],
  ['41', declined('card reported lost', STOP)],
  ['43', declined('card reported stolen', STOP)],
  ['51', declined('not enough funds or credit', CONTROLS)],
  ['54', declined('card expired', CARD)],
  ['55', declined('PIN not correct')],
  ['57', declined('not permitted for this cardholder', CONTROLS)],
  ['58', declined('not permitted at this terminal', MERCHANT)],
  ['61', declined('over the amount limit', CONTROLS)],
  ['62', declined('card restricted', CONTROLS)],
  ['63', declined('security check failed', CALL)],
  ['65', declined('over the number of payments allowed', CONTROLS)],
  ['70', declined('contact the card issuer', CALL)],
  ['78', declined('account not known or not yet active', CARD)],
  ['82', declined('issuer did not answer in time', LATER)],
  ['88', declined('cryptographic check failed', CALL)],
  ['91', declined('issuer not reachable', LATER)],
  ['92', declined('payment could not be routed', LATER)],
  ['94', declined('sent twice', 'Check whether the first attempt went through before paying again.')],
  ['96', declined('system error', LATER)],
]);
