import type { DmsText } from './dms-types.ts';

/** What a decision does to the goods. */
export type DefraGroup = 'refusal' | 'no-match' | 'data-error' | 'unknown' | 'hold' | 'release';

/** One decision of a Defra agency or port health on a goods item, as a DMSALV carries it. */
export interface DefraDecision {
  readonly code: string;
  readonly group: DefraGroup;
  /** One line in our words. */
  readonly meaning: string;
  /** Null where there is nothing to do. */
  readonly nextStep: string | null;
}

/** What a decision code means. Total: a code that is not known is shown as it is and calls for a look. */
export const defraDecision = (code: string): DefraDecision =>
  byCode.get(code.toUpperCase()) ?? {
    code,
    group: 'unknown',
    meaning: `Decision ${code}, which Quayside does not know.`,
    nextStep: 'Ask the port health authority or the Defra agency what the decision means.',
  };

/**
 * What a message with these decisions says as a whole: the worst counts. Goods are free of Defra only where every
 * decision releases them. Empty where there is no decision.
 */
export function defraText(codes: readonly string[]): Partial<DmsText> {
  const decisions = [...new Set(codes)].map(defraDecision).sort((a, b) => defraRank(a) - defraRank(b));
  const [worst] = decisions;
  if (worst === undefined) return {};
  const isMixed = decisions.length > 1;
  return {
    title: titles.get(worst.code) ?? groupTitles[worst.group],
    meaning: isMixed ? `${worst.meaning} The message holds other decisions as well.` : worst.meaning,
    nextStep: worst.nextStep,
    ...(worst.group === 'release' ? { attention: 'info', outcome: 'released' } : {}),
  };
}

/** From the worst to the best. */
const GROUPS: readonly DefraGroup[] = ['refusal', 'no-match', 'data-error', 'unknown', 'hold', 'release'];

/** The lower the worse. An inspection asks for more than waiting does, so H02 goes before H01. */
export const defraRank = ({ code, group }: DefraDecision): number =>
  GROUPS.indexOf(group) * 2 + (code === 'H01' ? 1 : 0);

const groupTitles: Readonly<Record<DefraGroup, string>> = {
  refusal: 'Refused by Defra',
  'no-match': 'Held by Defra, no match',
  'data-error': 'Held by Defra, data error',
  unknown: 'Held by Defra',
  hold: 'Held by Defra',
  release: 'Released by Defra',
};

const titles: ReadonlyMap<string, string> = new Map([
  ['H01', 'Held by Defra, no decision yet'],
  ['H02', 'Held by Defra for inspection'],
]);

const FOLLOW =
  'Do not move the goods. Settle with the port health authority or the Defra agency what happens to them, and tell the importer.';
const COMPARE =
  'Compare with the pre-notification and amend what differs: document reference (DE 2/3), commodity code (DE 6/14, 6/15), weight (DE 6/1).';
const PLACE = 'Check the kind of declaration and the location of the goods, and amend the one that is wrong.';

/**
 * Codes: the border portal of Defra (DEFRA/btms-portal-frontend at 021adef, src/models/model-constants.js, Open
 * Government Licence v3.0); what to compare for X00: Defra's guidance to traders. The wording is ours.
 */
const decisions: readonly DefraDecision[] = [
  {
    code: 'H01',
    group: 'hold',
    meaning: 'Defra or port health has not decided on the goods yet.',
    nextStep: 'Wait for the decision. If it takes long, ask the port health authority or the Defra agency.',
  },
  {
    code: 'H02',
    group: 'hold',
    meaning: 'Defra or port health wants to inspect the goods.',
    nextStep: 'Tell the shed and the haulier, and present the goods at the border control post.',
  },
  { code: 'N01', group: 'refusal', meaning: 'Refused: the goods are not acceptable.', nextStep: FOLLOW },
  { code: 'N02', group: 'refusal', meaning: 'Refused: the goods must be destroyed.', nextStep: FOLLOW },
  { code: 'N03', group: 'refusal', meaning: 'Refused: the goods must be transformed.', nextStep: FOLLOW },
  {
    code: 'N04',
    group: 'refusal',
    meaning: 'Refused: the goods must be re-exported or re-dispatched.',
    nextStep: FOLLOW,
  },
  {
    code: 'N05',
    group: 'refusal',
    meaning: 'Refused: the goods may only be used for another purpose.',
    nextStep: FOLLOW,
  },
  { code: 'N06', group: 'refusal', meaning: 'Refused, without a further ground.', nextStep: FOLLOW },
  {
    code: 'N07',
    group: 'refusal',
    meaning:
      'Refused: the fish is not acceptable under the rules on illegal fishing (catch certificate, IUU).',
    nextStep: FOLLOW,
  },
  {
    code: 'X00',
    group: 'no-match',
    meaning: 'Defra found no pre-notification (IPAFFS) that agrees with the declaration.',
    nextStep: COMPARE,
  },
  {
    code: 'E01',
    group: 'data-error',
    meaning: 'Data error: a simplified frontier declaration at a place that is not a CFSP place.',
    nextStep: PLACE,
  },
  {
    code: 'E02',
    group: 'data-error',
    meaning: 'Data error: a full declaration at a CFSP place.',
    nextStep: PLACE,
  },
  {
    code: 'E03',
    group: 'data-error',
    meaning: 'Data error: transit, transhipment or warehouse data that were not expected.',
    nextStep: 'Check what is declared about transit, transhipment and warehouse, and amend it.',
  },
  { code: 'C01', group: 'release', meaning: 'Released under CFSP.', nextStep: null },
  { code: 'C02', group: 'release', meaning: 'Released: no inspection required.', nextStep: null },
  { code: 'C03', group: 'release', meaning: 'Released: inspection complete.', nextStep: null },
  { code: 'C05', group: 'release', meaning: 'Released for temporary admission.', nextStep: null },
  { code: 'C06', group: 'release', meaning: 'Released under the T5 procedure.', nextStep: null },
  {
    code: 'C07',
    group: 'release',
    meaning: 'Released: inspection against illegal fishing (IUU) complete.',
    nextStep: null,
  },
  {
    code: 'C08',
    group: 'release',
    meaning: 'Released: the rules on illegal fishing (IUU) do not apply.',
    nextStep: null,
  },
];

const byCode: ReadonlyMap<string, DefraDecision> = new Map(
  decisions.map((decision) => [decision.code, decision]),
);
