import { defraText } from './defra-decisions.ts';
import type { DmsText } from './dms-types.ts';
import { presentCode } from './error-code.ts';
import { hasLeft } from './exit-result.ts';
import { rejectionText } from './rejection-text.ts';
import { taxText } from './tax-text.ts';

/** What of a message, beside its code, changes what it means. What is left out is not known. */
export interface DmsContent {
  /** Status/NameCode of the Status that matters most; null where none has one. */
  readonly statusCode: string | null;
  /** Those of the others. */
  readonly otherStatusCodes?: readonly string[];
  /** Error/ValidationCode of every Error. */
  readonly errorCodes: readonly string[];
  /** Whether the message asks for a payment under a reference of its own. */
  readonly paymentReference: boolean;
  /** Whether it names a deferment account or guarantee. */
  readonly guarantee?: boolean;
  /** Whether it gives a time limit. */
  readonly limit?: boolean;
  /** VersionID of the declaration; null where there is none. */
  readonly version?: string | null;
  /** Direction of the declaration; null where the MRN does not tell. */
  readonly trade?: 'import' | 'export' | null;
  /** ChangeReasonCode of every Amendment. */
  readonly changeReasons?: readonly (string | null)[];
  /** StatementCode of every Defra decision. */
  readonly decisions?: readonly string[];
  /** What customs says in words, beside what explains an Error or an Amendment. */
  readonly texts?: readonly string[];
}

/** What a message of type `code` says beyond that type's entry; empty where nothing. */
export function dmsVariant(code: string, content: DmsContent): Partial<DmsText> {
  switch (code) {
    case '01':
    case '02':
      return content.errorCodes.length > 0 ? advisory(code, content.errorCodes) : receipt(code, content);
    case '03':
      return rejectionText(content.errorCodes);
    case '06':
      return documentRequest(content);
    case '07':
      return change(content.changeReasons ?? []);
    case '10':
      return cancellation(content);
    case '11':
      return requestAnswer(content);
    case '13':
      return taxText(content);
    case '15':
      return content.paymentReference ? unpaid : content.guarantee === true ? stillShort : {};
    case '16':
      return hasLeft(content.statusCode) ? {} : unknownExit;
    case '18':
      return content.limit === false
        ? { nextStep: 'Send other evidence of exit. The message gives no deadline.' }
        : {};
    case '50':
      return defraText(content.decisions ?? []);
    case '51':
      return content.texts?.some((text) => CERTEX.test(text)) === true ? certexQuery : {};
    default:
      return {};
  }
}

/** CDS13000 and CDS20001 come inside 01 and 02: the message stands all the same. */
const advisory = (code: '01' | '02', errorCodes: readonly string[]): Partial<DmsText> => ({
  title: code === '01' ? 'Declaration accepted, with a warning' : 'Message registered, with a warning',
  meaning:
    code === '01'
      ? 'Customs has accepted the declaration and warns about what is listed. It is not a rejection.'
      : 'CDS has registered what was sent and warns about what is listed. It is not a rejection.',
  nextStep: errorCodes.every((each) => presentCode(each) === 'CDS20001')
    ? 'Check the inventory reference (DE 2/1) with the port or airport system, and correct it if it is wrong.'
    : 'Check what the warning names, and amend the declaration where it is wrong.',
  attention: 'watch',
});

/** Only the receipt of something that follows the declaration itself comes without a version. */
const receipt = (code: string, { version }: DmsContent): Partial<DmsText> =>
  code === '02' && version === null
    ? {
        meaning:
          'CDS has registered what followed the declaration: an arrival, an amendment or a cancellation request.',
      }
    : {};

const documentRequest = ({ limit, texts = [] }: DmsContent): Partial<DmsText> => ({
  ...(texts.length > 0
    ? { meaning: 'Customs wants to see documents before it goes on. Read what it says with the request.' }
    : {}),
  ...(limit === false
    ? {
        nextStep:
          'Upload the documents through HMRC’s document upload service. The message gives no deadline.',
      }
    : {}),
});

/** 16 is what an arrival sets; 32 is what HMRC's own exports service sends with an amendment. */
function change(reasons: readonly (string | null)[]): Partial<DmsText> {
  if (reasons.length === 0) return {};
  if (reasons.every((reason) => reason === '16')) {
    return {
      title: 'Declaration changed by the arrival',
      meaning:
        'The arrival has set data such as the location of the goods, and the declaration has a new version. It is not a correction by customs.',
      nextStep: 'Check that the location is where the goods are.',
    };
  }
  if (reasons.every((reason) => reason === '32')) {
    return {
      title: 'Declaration amended',
      meaning: 'The declaration has a new version, after an amendment by the trader.',
    };
  }
  return {};
}

/** One message alone does not tell whether the trader asked for it. */
const cancellation = ({ trade, texts = [] }: DmsContent): Partial<DmsText> => ({
  ...(texts.length > 0
    ? { meaning: 'The declaration no longer counts. The message gives a reason, which is shown with it.' }
    : {}),
  ...(trade === 'export'
    ? {
        nextStep:
          'Make sure that the cancellation was asked for. If it was not, nobody may have reported within 150 days that the goods left: contact HMRC.',
      }
    : {}),
});

function requestAnswer({ statusCode, otherStatusCodes = [] }: DmsContent): Partial<DmsText> {
  const answer = requestAnswers[statusCode ?? ''] ?? {};
  return statusCode === '41' && otherStatusCodes.includes('39') ? { ...answer, ...grantedInPart } : answer;
}

const requestAnswers: Readonly<Record<string, Partial<DmsText>>> = {
  '39': {
    title: 'Request granted',
    meaning: 'Customs has granted the amendment or cancellation request.',
    nextStep: null,
    attention: 'info',
    outcome: 'request-granted',
  },
  '41': {
    title: 'Request denied',
    meaning: 'Customs has refused the amendment or cancellation request. The declaration stays as it was.',
    nextStep: 'Read the reason, if one is given, and send a corrected request or contact HMRC.',
    attention: 'act',
    outcome: 'request-denied',
  },
};

/** Whether the title of an answer says that one part of the request was granted and another refused. */
export const isGrantedInPart = (title: string): boolean => title === grantedInPart.title;

const grantedInPart: Partial<DmsText> = {
  title: 'Request granted in part',
  meaning: 'Customs has granted one part of what was requested and refused another.',
  nextStep: 'See which part was refused, and send a corrected request or contact HMRC.',
};

const unpaid: Partial<DmsText> = {
  title: 'Reminder to pay now',
  meaning: 'The immediate payment that CDS asked for has not come in. The goods wait until it does.',
  nextStep: 'Pay the amount and quote the payment reference that the message gives.',
};

const stillShort: Partial<DmsText> = {
  title: 'Reminder: not enough on the account',
  meaning:
    'The deferment account or guarantee still does not cover the duty and tax. The goods wait until it does.',
  nextStep: 'Top up the account or guarantee, or ask its holder to.',
};

const unknownExit: Partial<DmsText> = {
  title: 'Exit reported, result not known',
  meaning: 'Customs reports on the exit of the goods, with a result that Quayside does not know.',
  nextStep: 'Look the declaration up in CDS before you rely on it as evidence of export.',
  attention: 'watch',
  outcome: 'unknown',
};

const CERTEX = /^\s*certex\s+check/i;

const certexQuery: Partial<DmsText> = {
  title: 'Query from customs, CERTEX check',
  meaning:
    'The automatic check of certificates (CERTEX) needs an answer. What is asked is in HMRC’s secure messages.',
  nextStep:
    'Compare the certificate with the declaration; then sign in to HMRC’s secure messages for CDS and answer.',
};
