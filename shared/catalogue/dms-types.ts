import type { Attention, Outcome } from '../notification.ts';

/** What a person reads about a message, and how urgent it is. */
export interface DmsText {
  readonly title: string;
  readonly meaning: string;
  /** Null where there is nothing to do. */
  readonly nextStep: string | null;
  readonly attention: Attention;
  readonly outcome: Outcome;
}

/** One type of message that CDS sends about a declaration: HMRC's code and name, our words. */
export interface DmsType extends DmsText {
  /** Response/FunctionCode, two digits. */
  readonly code: string;
  readonly name: string;
}

/**
 * Every type, in order of its code. Codes and names: HMRC's CDS end-to-end service guide as of June 2026
 * (older editions name 06 DMSRES, which is 07), with 04 and 52 from HMRC's own exports service. What a
 * message says beyond its code is in `dms-variants.ts`.
 */
export const dmsTypes: readonly DmsType[] = [
  {
    code: '01',
    name: 'DMSACC',
    title: 'Declaration accepted',
    meaning: 'Customs has legally accepted the declaration.',
    nextStep: null,
    attention: 'info',
    outcome: 'accepted',
  },
  {
    code: '02',
    name: 'DMSRCV',
    title: 'Message registered',
    meaning:
      'CDS has registered what was sent: a pre-lodged declaration, an arrival, an amendment or a cancellation request.',
    nextStep: null,
    attention: 'info',
    outcome: 'registered',
  },
  {
    code: '03',
    name: 'DMSREJ',
    title: 'Rejected',
    meaning: 'CDS refused the declaration, amendment or request because of the errors listed.',
    nextStep: 'Correct each error and submit again.',
    attention: 'act',
    outcome: 'rejected',
  },
  {
    code: '04',
    name: 'DMSINC',
    title: 'Type 04 (DMSINC), meaning not published',
    meaning: 'HMRC listed this type for a short time in 2022 and never said what it means.',
    nextStep: 'Read the message itself, and ask HMRC if it is not clear.',
    attention: 'watch',
    outcome: 'unknown',
  },
  {
    code: '05',
    name: 'DMSCTL',
    title: 'Physical examination',
    meaning:
      'Customs has selected the goods for examination. The message gives no reason, kind of control or place.',
    nextStep: 'Tell the shed and the haulier, and present the goods.',
    attention: 'act',
    outcome: 'control',
  },
  {
    code: '06',
    name: 'DMSDOC',
    title: 'Documents wanted',
    meaning: 'Customs wants to see documents before it goes on. The message does not say which.',
    nextStep: 'Upload the documents through HMRC’s document upload service before the deadline.',
    attention: 'act',
    outcome: 'documents-required',
  },
  {
    code: '07',
    name: 'DMSRES',
    title: 'Declaration changed',
    meaning:
      'The declaration has a new version, after an amendment of yours, an arrival or a correction by customs.',
    nextStep: 'Check that the new version is what you expect.',
    attention: 'watch',
    outcome: 'amended',
  },
  {
    code: '08',
    name: 'DMSROG',
    title: 'Goods released',
    meaning: 'The goods may move. The duty and tax are provisional and can still change.',
    nextStep: 'Move the goods.',
    attention: 'info',
    outcome: 'released',
  },
  {
    code: '09',
    name: 'DMSCLE',
    title: 'Cleared',
    meaning: 'The declaration is cleared and the goods are free to move.',
    nextStep: 'Move the goods.',
    attention: 'info',
    outcome: 'cleared',
  },
  {
    code: '10',
    name: 'DMSINV',
    title: 'Declaration cancelled',
    meaning: 'The declaration no longer counts: it was cancelled on request, by customs, or by a time limit.',
    nextStep: 'Make sure that the cancellation was asked for. If it was not, contact HMRC.',
    attention: 'act',
    outcome: 'cancelled',
  },
  {
    code: '11',
    name: 'DMSREQ',
    title: 'Answer to a request',
    meaning: 'Customs has decided on an amendment or cancellation request, but the message does not say how.',
    nextStep: 'Look the declaration up in CDS.',
    attention: 'watch',
    outcome: 'unknown',
  },
  {
    code: '13',
    name: 'DMSTAX',
    title: 'Tax calculated',
    meaning: 'CDS has calculated the duty and tax.',
    nextStep: null,
    attention: 'info',
    outcome: 'tax',
  },
  {
    code: '14',
    name: 'DMSCPI',
    title: 'Not enough on the account',
    meaning:
      'The deferment account or guarantee does not cover the duty and tax. The goods wait until it does.',
    nextStep: 'Top up the account or guarantee, or ask its holder to.',
    attention: 'act',
    outcome: 'tax',
  },
  {
    code: '15',
    name: 'DMSCPR',
    title: 'Reminder to pay',
    meaning: 'The duty and tax are still not covered. This repeats an earlier demand.',
    nextStep: 'Pay, or top up the account or guarantee.',
    attention: 'act',
    outcome: 'tax',
  },
  {
    code: '16',
    name: 'DMSEOG',
    title: 'Goods have left',
    meaning: 'The goods have left the country through the office of exit.',
    nextStep: 'Keep this message as evidence of export for VAT.',
    attention: 'info',
    outcome: 'exited',
  },
  {
    code: '17',
    name: 'DMSEXT',
    title: 'Handled outside CDS',
    meaning: 'Customs has taken the declaration off the system and deals with it by hand.',
    nextStep: 'Contact HMRC: no more messages may come for this declaration.',
    attention: 'act',
    outcome: 'unknown',
  },
  {
    code: '18',
    name: 'DMSGER',
    title: 'No proof of exit yet',
    meaning: 'Customs has not been told that the goods left.',
    nextStep: 'Send other evidence of exit before the deadline.',
    attention: 'act',
    outcome: 'query',
  },
  {
    code: '50',
    name: 'DMSALV',
    title: 'Held by Defra',
    meaning: 'A Defra agency has decided, or has yet to decide, on the goods, and clearance waits for it.',
    nextStep: 'Contact the port health authority or the Defra agency about the items named.',
    attention: 'act',
    outcome: 'held',
  },
  {
    code: '51',
    name: 'DMSQRY',
    title: 'Query from customs',
    meaning:
      'Customs has a question about the declaration. The question itself is in HMRC’s secure messages.',
    nextStep: 'Sign in to HMRC’s secure messages for CDS, read the query and answer it.',
    attention: 'act',
    outcome: 'query',
  },
  {
    code: '52',
    name: 'DMSDET',
    title: 'Goods detained',
    meaning: 'Customs has detained the goods.',
    nextStep: 'Contact HMRC at once.',
    attention: 'act',
    outcome: 'held',
  },
];
