import type { Attention, Outcome } from '../../../../../shared/notification.ts';

/**
 * Codes of route, status and result in inventory-linking messages. Codes: the glossary of HMRC's CDS end-to-end
 * service guide and hmrc/customs-movements-frontend at 02983f7 (app/models/viewmodels/decoder, both Apache-2.0);
 * the wording is ours.
 */
interface Meaning {
  readonly words: string;
  /** True where the words say something of their own and do not go on from "the declaration was" or "is". */
  readonly isClause?: boolean;
  readonly attention?: Attention;
  readonly outcome?: Outcome;
  /** What to do about it. */
  readonly nextStep?: string;
  /** True where a route chosen before no longer matters. */
  readonly isOver?: boolean;
  /** Of a status: true where a route chosen before holds the goods no longer, but may still ask for something. */
  readonly isReleased?: boolean;
  /** Of a route: true where what it asks for is still wanted after the release. */
  readonly outlastsRelease?: boolean;
}

export type { Meaning as LinkingMeaning };

/** Route of examination, with H before it on a pre-lodged declaration: then it can still change. */
export function routeMeaning(code: string): Meaning {
  const isProvisional = /^H./i.test(code);
  const known = routes.get(isProvisional ? code.slice(1) : code);
  if (known === undefined) return { words: 'not a route that Quayside knows', attention: 'watch' };
  if (!isProvisional) return known;
  const { attention, nextStep } = known;
  return {
    words: `${known.words} (pre-lodged, so it can still change)`,
    ...(attention === undefined ? {} : { attention: 'watch' }),
    ...(nextStep === undefined
      ? {}
      : { nextStep: `${nextStep} The route can still change until the goods arrive.` }),
  };
}

const routes: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['0', { words: 'no risk assessment done yet' }],
  [
    '1',
    {
      words: 'documents wanted, the goods are held',
      attention: 'act',
      outcome: 'documents-required',
      nextStep: 'Send the documents that customs asks for.',
    },
  ],
  [
    '2',
    {
      words: 'inspection by customs or another body, the goods are held',
      attention: 'act',
      outcome: 'control',
      nextStep: 'Tell the shed and the haulier, and present the goods.',
    },
  ],
  [
    '3',
    {
      words: 'documents wanted, the goods are not held',
      attention: 'watch',
      outcome: 'documents-required',
      nextStep: 'Send the documents that customs asks for.',
      outlastsRelease: true,
    },
  ],
  ['6', { words: 'no control' }],
]);

/** Status of an entry (`soe` on exports, `ics` on imports): how far its declaration has come. */
export const entryStatusMeaning = (code: string): Meaning =>
  entryStatuses.get(code.toUpperCase()) ?? UNKNOWN_STATUS;

/** Status of a consolidation as a whole. */
export const masterStatusMeaning = (code: string): Meaning =>
  masterStatuses.get(code.toUpperCase()) ?? UNKNOWN_STATUS;

const UNKNOWN_STATUS: Meaning = { words: 'not a status that Quayside knows', attention: 'watch' };

const entryStatuses: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['1', { words: 'being validated' }],
  [
    '2',
    {
      words: 'released, duty and tax or a control still provisional',
      outcome: 'released',
      isReleased: true,
    },
  ],
  ['3', { words: 'cleared', outcome: 'cleared', isOver: true }],
  [
    '4',
    {
      words: 'cancelled',
      attention: 'watch',
      outcome: 'cancelled',
      isOver: true,
      nextStep: 'Make sure that the cancellation was asked for.',
    },
  ],
  [
    '5',
    {
      words: 'rejected',
      attention: 'act',
      outcome: 'rejected',
      isOver: true,
      nextStep: 'Correct the declaration and submit it again.',
    },
  ],
  [
    '6',
    {
      words: 'handled outside the system',
      attention: 'act',
      isOver: true,
      nextStep: 'Contact HMRC: no more messages may come for this declaration.',
    },
  ],
  ['7', { words: 'an amendment is being validated', isClause: true }],
  ['8', { words: 'pre-lodged, registered', outcome: 'registered' }],
  ['9', { words: 'accepted', outcome: 'accepted' }],
  ['10', { words: 'accepted on arrival', outcome: 'accepted' }],
  [
    '11',
    {
      words: 'rejected on arrival',
      attention: 'act',
      outcome: 'rejected',
      isOver: true,
      nextStep: 'Correct the declaration and submit it again.',
    },
  ],
  ['12', { words: 'amended', outcome: 'amended' }],
  ['13', { words: 'supplemented' }],
  ['14', { words: 'risk assessed' }],
  ['15', { words: 'customs has decided', isClause: true }],
  ['16', { words: 'cleared after release', outcome: 'cleared', isOver: true }],
  [
    '17',
    {
      words: 'not enough on the account or guarantee',
      isClause: true,
      attention: 'act',
      outcome: 'tax',
      nextStep: 'Top up the account or guarantee, or ask its holder to.',
    },
  ],
  ['18', { words: 'received', outcome: 'registered' }],
  ['19', { words: 'provisional duty and tax covered', isClause: true, outcome: 'tax' }],
  ['20', { words: 'final duty and tax covered', isClause: true, outcome: 'tax' }],
  ['21', { words: 'exit reported', isClause: true, outcome: 'exited', isOver: true }],
  ['22', { words: 'finished', isOver: true }],
  [
    '23',
    {
      words: 'amended, quota allocated in part or not at all',
      attention: 'watch',
      outcome: 'amended',
      nextStep: 'Check what the quota leaves to pay.',
    },
  ],
  ['24', { words: 'an officer is dealing with it', isClause: true }],
  ['D', { words: 'departed', isOver: true }],
  ['F', { words: 'frustrated: the goods will not leave', attention: 'watch', isOver: true }],
]);

const masterStatuses: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['0', { words: 'open' }],
  ['C', { words: 'shut, without permission to progress' }],
  ['3', { words: 'shut, with permission to progress', isOver: true }],
  ['D', { words: 'departed', isOver: true }],
  ['F', { words: 'frustrated: the goods will not leave', attention: 'watch', isOver: true }],
]);

/** `ics` beside an export status: who cancelled the declaration. */
export const exportIcsWords = (code: string): string =>
  new Map([
    ['3', 'cancelled at the trader’s request'],
    ['6', 'cancelled by customs'],
  ]).get(code) ?? 'not a code that Quayside knows';

/** Result of an export movement (`crc`). */
export const movementResult = (code: string): Meaning =>
  movementResults.get(code) ?? { words: 'not a result that Quayside knows', attention: 'watch' };

const movementResults: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['000', { words: 'success' }],
  [
    '101',
    {
      words: 'the pre-lodged declaration has not been arrived',
      attention: 'watch',
      nextStep: 'Report the arrival of the goods for the declaration.',
    },
  ],
  [
    '102',
    {
      words: 'the declaration has not been arrived',
      attention: 'watch',
      nextStep: 'Report the arrival of the goods for the declaration.',
    },
  ],
]);
