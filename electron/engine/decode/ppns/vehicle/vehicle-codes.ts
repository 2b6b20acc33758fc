import type { Attention, Outcome } from '../../../../../shared/notification.ts';

/** One state of a goods movement reference (GMR) in plain English. */
export interface GoodsMovementState {
  readonly title: string;
  readonly meaning: string;
  readonly nextStep: string | null;
  readonly attention: Attention;
  readonly outcome: Outcome;
}

const state = (
  attention: Attention,
  outcome: Outcome,
  title: string,
  meaning: string,
  nextStep: string | null = null,
): GoodsMovementState => ({ title, meaning, nextStep, attention, outcome });

/** GOV.UK's list of states. FINALISED is an old one: finalising is no longer a step. */
export const GOODS_MOVEMENT_STATES: ReadonlyMap<string, GoodsMovementState> = new Map([
  [
    'NOT_FINALISABLE',
    state(
      'act',
      'rejected',
      'GMR not ready to use',
      'Something in it is missing or not valid, so the vehicle would be turned away at check-in.',
      'Correct the goods movement in GVMS before the vehicle goes to the port.',
    ),
  ],
  [
    'OPEN',
    state(
      'info',
      'accepted',
      'GMR ready for check-in',
      'It is valid and can be used at check-in. Until then it may still be changed.',
      'Give it to the driver.',
    ),
  ],
  [
    'FINALISED',
    state('info', 'accepted', 'GMR ready for check-in', 'It is valid and can be used at check-in.'),
  ],
  [
    'CHECKED_IN',
    state(
      'info',
      'registered',
      'Checked in',
      'The carrier has checked the vehicle in. The haulier can change nothing any more.',
    ),
  ],
  [
    'EMBARKED',
    state(
      'watch',
      'unknown',
      'Embarked',
      'The vehicle is on the crossing. Whether it is inspected may still be decided.',
      'Check again about ten minutes before arrival.',
    ),
  ],
  [
    'COMPLETED',
    state(
      'info',
      'cleared',
      'Crossing complete',
      'The crossing is over and customs lets the goods proceed. A transit that ends at an office of destination, and controls of others than customs, remain.',
    ),
  ],
]);

export const UNKNOWN_STATE = state(
  'watch',
  'unknown',
  'Goods movement changed',
  'Something about this goods movement changed. Quayside does not know the state that it is in.',
  'Open it in GVMS.',
);

/** `inspectionTypeId` in words, as HMRC's service for drivers groups them; 14 and 15 are not published. */
const INSPECTIONS: ReadonlyMap<string, string> = new Map([
  ['1', 'customs inspection'],
  ['2', 'Defra inspection (food or animals)'],
  ['3', 'Border Force transit inspection'],
  ['4', 'inspection by another government department'],
  ['5', 'Defra plant inspection'],
  ['6', 'ATA Carnet endorsement'],
  ['7', 'endorsement of a manual transit declaration'],
  ['8', 'TIR Carnet endorsement'],
  ['9', 'customs inspection (declaration by conduct)'],
  ['10', 'customs inspection (entry in declarant’s records)'],
  ['11', 'customs inspection (exemption)'],
  ['12', 'customs inspection (empty vehicle)'],
  ['13', 'DAERA inspection in Northern Ireland'],
  ['16', 'entry safety and security inspection'],
  ['17', 'customs inspection (UK Internal Market Scheme)'],
  ['18', 'Defra transit inspection'],
]);

/** What tells 19_1 to 19_6 apart is not published; a number that is not known is named as it is. */
export function inspectionInWords(id: string): string {
  const known = INSPECTIONS.get(id);
  if (known !== undefined) return known;
  return /^19_[1-6]$/.test(id)
    ? `DAERA CERTEX inspection in Northern Ireland (type ${id})`
    : `inspection of type ${id}`;
}

export const DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['UK_INBOUND', 'Into Great Britain'],
  ['UK_OUTBOUND', 'Out of Great Britain'],
  ['GB_TO_NI', 'Great Britain to Northern Ireland'],
  ['NI_TO_GB', 'Northern Ireland to Great Britain'],
]);

/** ETOE is left out: nobody published what it stands for. */
export const HAULIER_TYPES: ReadonlyMap<string, string> = new Map([
  ['STANDARD', 'Haulier'],
  ['FPO_ASN', 'Fast parcel operator with advance notice'],
  ['FPO_OTHER', 'Fast parcel operator'],
  ['NATO_MOD', 'NATO or Ministry of Defence'],
  ['RMG', 'Royal Mail'],
]);

/** The rule failures that HMRC has published as examples; the whole list is in its reference data, for users alone. */
export const RULE_FAILURES: ReadonlyMap<string, string> = new Map([
  ['001_1', 'This kind of declaration cannot be used in this direction of travel.'],
  ['001_3', 'This kind of declaration cannot be used with this type of haulier.'],
  ['007', 'No entry safety declaration with this MRN was found.'],
  ['013_6', 'Something is wrong with the entry summary declaration.'],
  ['014_2', 'This EORI was not found.'],
  ['BR005', 'One GMR is for one crossing between two customs territories.'],
  ['BR011', 'This customs declaration is in another GMR already.'],
]);
