import type { DmsText } from './dms-types.ts';

/** What of a message, beside its code, changes what it means. */
export interface DmsContent {
  /** Status/NameCode of the first Status that has one. */
  readonly statusCode: string | null;
  /** Error/ValidationCode of every Error. */
  readonly errorCodes: readonly string[];
  /** Whether the message asks for a payment under a reference of its own. */
  readonly paymentReference: boolean;
}

/** What a message of type `code` says beyond that type's entry; empty where nothing. */
export function dmsVariant(code: string, content: DmsContent): Partial<DmsText> {
  switch (code) {
    case '01':
    case '02':
      return content.errorCodes.length > 0 ? advisory(code) : {};
    case '03':
      return rejection(content.errorCodes);
    case '11':
      return requestAnswers[content.statusCode ?? ''] ?? {};
    case '13':
      return { ...taxStages[content.statusCode ?? ''], ...(content.paymentReference ? paymentDue : {}) };
    default:
      return {};
  }
}

/** CDS13000 and CDS20001 come inside 01 and 02: the message stands all the same. */
const advisory = (code: '01' | '02'): Partial<DmsText> => ({
  title: code === '01' ? 'Declaration accepted, with a warning' : 'Message registered, with a warning',
  meaning:
    code === '01'
      ? 'Customs has accepted the declaration and warns about what is listed. It is not a rejection.'
      : 'CDS has registered what was sent and warns about what is listed. It is not a rejection.',
  nextStep: 'Check what the warning names; amend the declaration if it is right.',
  attention: 'watch',
});

/** HMRC's own exports service tells these three apart in the same way. */
function rejection(errorCodes: readonly string[]): Partial<DmsText> {
  if (errorCodes.length === 0) {
    return {
      title: 'Pre-lodged declaration cancelled',
      meaning: 'The message names no error: it closes a pre-lodged declaration that was cancelled.',
      nextStep: 'Make sure that the cancellation was asked for.',
      attention: 'watch',
      outcome: 'cancelled',
    };
  }
  if (errorCodes.every((code) => LAPSED.has(code))) {
    return {
      title: 'Pre-lodged declaration lapsed',
      meaning: 'The goods were not reported as arrived within 30 days, so the declaration has ended.',
      nextStep: 'If the goods are still to come, submit a new declaration.',
      outcome: 'cancelled',
    };
  }
  return {};
}

/** No arrival within 30 days; the second is the form used before December 2021. */
const LAPSED: ReadonlySet<string> = new Set(['CDS12046', 'DMS12046']);

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

const taxStages: Readonly<Record<string, Partial<DmsText>>> = {
  '67': {
    title: 'Tax calculated, indicative',
    meaning: 'The first calculation of the duty and tax. It can still change.',
  },
  '115': {
    title: 'Tax calculated, provisional',
    meaning: 'The provisional duty and tax, on which the goods can be released.',
  },
  '4': {
    title: 'Tax calculated, final',
    meaning: 'The final duty and tax.',
  },
};

const paymentDue: Partial<DmsText> = {
  title: 'Payment due now',
  meaning: 'CDS has calculated the duty and tax and asks for immediate payment under its own reference.',
  nextStep: 'Pay the amount and quote the payment reference that the message gives.',
  attention: 'act',
};
