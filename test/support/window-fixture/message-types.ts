import type { SourceName } from '../../../shared/accounts/source-name.ts';
import type { Attention, Kind, Outcome } from '../../../shared/notification.ts';

/** One kind of message in the fixture's archive; `weight` is how often it occurs. */
export interface MessageType {
  readonly source: SourceName;
  readonly kind: Kind;
  readonly type: string;
  readonly code: string | null;
  readonly title: string;
  readonly meaning: string;
  readonly nextStep: string | null;
  readonly keyFact?: string;
  readonly attention: Attention;
  readonly outcome: Outcome;
  readonly weight: number;
}

const dms = (
  code: string,
  type: string,
  attention: Attention,
  outcome: Outcome,
  weight: number,
  words: readonly [title: string, meaning: string, nextStep: string | null],
): MessageType => {
  const [title, meaning, nextStep] = words;
  return {
    source: 'hmrc-cds',
    kind: 'dms',
    type,
    code,
    title,
    meaning,
    nextStep,
    attention,
    outcome,
    weight,
  };
};

export const MESSAGE_TYPES: readonly MessageType[] = [
  dms('03', 'DMSREJ', 'act', 'rejected', 2, [
    'Rejected: 2 errors, item 1',
    'Customs refused this declaration. Nothing has been accepted.',
    'Correct the fields below and lodge it again. The goods cannot move until it is accepted.',
  ]),
  dms('05', 'DMSCTL', 'act', 'control', 1, [
    'Goods will be examined',
    'Customs means to look at the goods where they are.',
    'Tell the shed and the haulier, and present the goods.',
  ]),
  dms('06', 'DMSDOC', 'act', 'documents-required', 2, [
    'Documents wanted',
    'Customs wants documents before it decides.',
    'Upload the documents before the deadline.',
  ]),
  dms('14', 'DMSCPI', 'act', 'tax', 1, [
    'Deferment account is short, goods wait',
    'The deferment account does not hold enough to cover the duty.',
    'Top up the account.',
  ]),
  dms('18', 'DMSGER', 'watch', 'held', 1, [
    'No exit result yet',
    'The office of exit has not told that the goods have left.',
    'Find other proof of exit.',
  ]),
  dms('09', 'DMSCLE', 'info', 'cleared', 12, [
    'Cleared, goods may leave',
    'The declaration is cleared and the goods are released.',
    null,
  ]),
  dms('01', 'DMSACC', 'info', 'accepted', 14, ['Accepted', 'The declaration is legally accepted.', null]),
  dms('02', 'DMSRCV', 'info', 'registered', 6, ['Registered', 'The declaration is registered.', null]),
  dms('13', 'DMSTAX', 'info', 'tax', 12, ['Tax calculated', 'Customs has calculated duty and VAT.', null]),
  dms('08', 'DMSROG', 'info', 'released', 3, [
    'Released, duty still to be settled',
    'The goods may leave; the debt is not final.',
    null,
  ]),
  {
    source: 'hmrc-ppns',
    kind: 'ppns',
    type: 'IE029',
    code: null,
    title: 'Transit: release for transit (IE029)',
    meaning: 'The office of departure has released the movement.',
    nextStep: null,
    attention: 'info',
    outcome: 'released',
    weight: 8,
  },
  {
    source: 'hmrc-ppns',
    kind: 'ppns',
    type: 'IE060',
    code: null,
    title: 'Transit: control decision (IE060)',
    meaning: 'The office of departure means to control the movement.',
    nextStep: 'Hold the goods at departure.',
    attention: 'act',
    outcome: 'control',
    weight: 1,
  },
  {
    source: 'hmrc-ppns',
    kind: 'ppns',
    type: 'GMR',
    code: null,
    title: 'Inspection required',
    meaning: 'Customs wants to inspect the goods of this movement.',
    nextStep: 'Tell the driver where to report before leaving the port.',
    keyFact: 'customs inspection at Sevington or Holyhead',
    attention: 'act',
    outcome: 'control',
    weight: 1,
  },
];

/** The order in which a mixed congruence visits the alphabet stands in for randomness. */
export function letters(number: number, length: number): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  let state = (number * 2_654_435_761) % 4_294_967_296;
  let text = '';
  while (text.length < length) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    text += alphabet[Math.floor((state / 4_294_967_296) * alphabet.length)]!;
  }
  return text;
}
