import { amount, dateTime, dec, errorElement, information, pointers, response } from './dms-elements.ts';
import type { DmsMessage } from './messages.ts';
import { itemTaxes } from './tax-elements.ts';
import type { WcoElement } from './wco-xml.ts';

/** What a type of message holds besides its identifiers, by the place where the schema wants it. */
export interface DmsContent {
  /** Between the issue time and the Declaration. */
  readonly before: readonly WcoElement[];
  readonly acceptance: WcoElement | null;
  readonly cancellation: WcoElement | null;
  readonly rejection: WcoElement | null;
  /** After the version. */
  readonly inDeclaration: readonly WcoElement[];
  /** The second Declaration, which only an amended one has. */
  readonly amended: WcoElement | null;
}

/** Each type as published messages have it. */
export function dmsContent(message: DmsMessage): DmsContent {
  const at = message.issuedAt ?? 0;
  const reason = message.reason;
  const because = reason === undefined ? {} : { text: reason };
  switch (message.functionCode) {
    case '01':
      return { ...NOTHING, before: warnings(message), acceptance: dateTime('AcceptanceDateTime', at) };
    case '02':
      return { ...NOTHING, before: warnings(message) };
    case '03':
      return { ...NOTHING, before: errorsOf(message), rejection: dateTime('RejectionDateTime', at) };
    case '06':
      return { ...NOTHING, before: [information('ACA', { code: 'ACA', limitAt: message.limitAt })] };
    case '07':
      return amendment(message);
    case '08':
    case '09':
      return { ...NOTHING, before: [information('AFB', { code: 'A2' })] };
    case '10': {
      const before = [information('AFB', reason === undefined ? { code: '3' } : because)];
      return { ...NOTHING, before, cancellation: dateTime('CancellationDateTime', at) };
    }
    case '11':
      return { ...NOTHING, before: [information('AFB', because), ...status(message.statusCode ?? '39')] };
    case '13':
      return {
        ...NOTHING,
        before: [BANK, ...status(message.statusCode ?? '67')],
        inDeclaration: [...payNow(message), ...itemTaxes(message.taxes ?? [])],
      };
    case '14':
    case '15':
      return { ...NOTHING, before: [BANK], inDeclaration: [shortfall(message)] };
    case '16': {
      const left = [response('Status', [dateTime('EffectiveDateTime', at), response('NameCode', 'A1')])];
      return { ...NOTHING, before: [information('CEX', { text: reason ?? 'GB000060' }), ...left] };
    }
    case '18':
      return { ...NOTHING, before: [information('CEX', { limitAt: message.limitAt })] };
    case '50':
      return { ...NOTHING, before: defraDecision(message) };
    case '51':
      return { ...NOTHING, before: [information('QRY', { code: 'Q01', text: reason ?? QUERY })] };
    case '52':
      return { ...NOTHING, before: [information('DET', { code: 'Q01', text: reason ?? 'Detained' })] };
    default:
      return NOTHING;
  }
}

const NOTHING: DmsContent = {
  before: [],
  acceptance: null,
  cancellation: null,
  rejection: null,
  inDeclaration: [],
  amended: null,
};

const QUERY =
  'There is a query on this declaration. Sign in to read and answer it: the declaration waits until you have.';

const BANK = response('Bank', [
  response('ReferenceID', 'QUAYGB2L'),
  response('ID', 'GB61QUAY20040512345678'),
]);

const status = (code: string): readonly WcoElement[] => [response('Status', [response('NameCode', code)])];

/** A hold points at the Error that names the goods item; a release comes without one. */
function defraDecision(message: DmsMessage): readonly WcoElement[] {
  const { code, text } = message.decision ?? { code: 'H01', text: message.reason ?? 'Awaiting decision' };
  if (code.startsWith('C')) return [information('ALV', { code, text })];
  return [information('ALV', { code, text, about: '07B[1]/53A[1]' }), ...errorsOf(message)];
}

const errorsOf = (message: DmsMessage): readonly WcoElement[] => (message.errors ?? []).map(errorElement);

/** Errors that warn come with their text in an AdditionalInformation that points at them. */
const warnings = (message: DmsMessage): readonly WcoElement[] => [
  ...(message.errors ?? []).map(({ description }, index) =>
    information('1', {
      ...(description === undefined ? { code: '001' } : { code: 'smartErrorMsg', text: description }),
      about: `07B[1]/53A[${index + 1}]`,
    }),
  ),
  ...errorsOf(message),
];

/** One Amendment a change, and the changed part as a declaration of its own, with a FunctionCode of its own. */
function amendment(message: DmsMessage): DmsContent {
  const changes = message.changes ?? ['42A/67A/28A/64A/L016'];
  const reasons = message.reason === undefined ? [] : changes.map((_, index) => explained(message, index));
  const amendments = changes.map((change) =>
    response('Amendment', [
      response('ChangeReasonCode', message.reason === undefined ? '16' : '32'),
      ...pointers(change),
    ]),
  );
  const location = dec('GoodsLocation', [dec('Name', 'LHRLHRLHR'), dec('TypeCode', 'A')]);
  return {
    ...NOTHING,
    before: [...reasons, ...amendments],
    amended: dec('Declaration', [
      dec('FunctionCode', '9'),
      dec('GoodsShipment', [dec('Consignment', [location])]),
    ]),
  };
}

const explained = (message: DmsMessage, index: number): WcoElement =>
  information('AES', { text: message.reason ?? '', about: `07B[1]/06A[${index + 1}]` });

function payNow({ payNow: due }: DmsMessage): readonly WcoElement[] {
  if (due === undefined) return [];
  const payment = response('Payment', [
    response('ReferenceID', due.reference),
    amount('TaxAssessedAmount', due.amount),
    amount('PaymentAmount', due.amount),
  ]);
  return [response('DutyTaxFee', [payment])];
}

/** What the account does not cover, and which account. */
const shortfall = (message: DmsMessage): WcoElement =>
  response('DutyTaxFee', [
    response('Payment', [
      amount('PaymentAmount', message.taxes?.[0]?.amount ?? '1240.00'),
      response('ObligationGuarantee', [response('ReferenceID', '8113547')]),
    ]),
  ]);
