import type { DecodedError } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { familyText } from '../errors/error-family.ts';
import { errorTable } from '../errors/error-table.ts';

/** The errors of a control response: their codes come as `CDS50003`, `03` or, from older systems, `6 E408 …`. */
export const controlErrors = (root: XmlElement): readonly DecodedError[] =>
  root.children('error').map((error) => {
    const written = error.text('errorCode') ?? error.value ?? 'none';
    const old = OLD.exec(written)?.[1] ?? null;
    const code = old ?? (written.length <= 40 ? written : 'none');
    const [meaning, nextStep] = explained(code);
    return {
      code,
      meaning,
      advisory: false,
      pointer: null,
      path: null,
      dataElement: null,
      item: null,
      description: written === code ? null : written,
      nextStep,
    };
  });

/** A code of CHIEF, the system before CDS, in the middle of its text. */
const OLD = /^(?:\d+\s+)?(E\d{3})\s+\S/;

function explained(code: string): readonly [meaning: string | null, nextStep: string | null] {
  const number = /^(?:CDS500|DMS500)?(\d{2})$/i.exec(code)?.[1];
  if (number !== undefined) return errorTable.get(`CDS500${number}`) ?? numbered[number] ?? ofFamily;
  if (/^E\d{3}$/.test(code)) return oldCodes[code] ?? OLD_CODE;
  return ofFamily;
}

const ofFamily = [
  `${familyText['export-inventory']}. Quayside does not know this code more closely.`,
  'Check the request against the state of the consignment, and send it again.',
] as const;

const OLD_CODE = [
  'A message about the export movement of the goods was refused, with a code of CHIEF, the system before CDS.',
  'Check the request against the state of the consignment, and send it again.',
] as const;

const oldCodes: Readonly<Record<string, readonly [string, string]>> = {
  E408: ['There is no consignment under this UCR.', 'Check the UCR, and that its declaration was submitted.'],
};

/**
 * By number, what `CDS500` and the number stand for and the list of CDS error codes does not explain. Numbers:
 * conf/code_lists/ile_errors.csv in hmrc/customs-movements-frontend at 244bc0d (Apache-2.0); the wording is ours.
 */
const numbered: Readonly<Record<string, readonly [string, string]>> = {
  '02': [
    'The sender of the request could not be validated.',
    'Check the client id and badge it is sent under.',
  ],
  '04': ['The consolidation (MUCR) is not shut.', 'Shut the MUCR first, then send the request again.'],
  '05': [
    'The parent MUCR is already part of the same consolidation.',
    'Choose another parent, or take the UCR out of the consolidation first.',
  ],
  '06': ['The consolidation (MUCR) was not found.', 'Check the MUCR.'],
  '07': ['The consolidation (MUCR) is shut already.', 'Nothing can be added to it; use another MUCR.'],
  '10': ['There is no declaration for this consignment.', 'Check the DUCR and submit the declaration first.'],
  '11': [
    'The UCR belongs to a consolidation already.',
    'Take it out of that consolidation first, if it is to go elsewhere.',
  ],
  '12': [
    'The goods moved at another location before than the one they are said to depart from.',
    'Check the goods location, or report the arrival at the place of departure.',
  ],
  '13': [
    'No arrival was reported at the place of departure.',
    'Report the arrival there before the departure.',
  ],
  '14': [
    'Not every declaration in the consolidation has permission to progress.',
    'Look for the declarations that customs still holds.',
  ],
  '16': ['The declaration is not known.', 'Check the MRN and the DUCR.'],
  '17': ['The consolidation has too many levels.', 'Put the UCR into a MUCR that stands higher.'],
  '19': [
    'The consolidation (MUCR) is not shut, so it cannot depart.',
    'Shut the MUCR, then report the departure.',
  ],
  '20': ['The date and time lie too far in the future.', 'Check the date, the time and the time zone.'],
  '21': ['The UCR is not a MUCR.', 'Name the MUCR, or send the request for a DUCR.'],
  '22': ['The UCR does not exist.', 'Check the UCR.'],
  '23': ['The UCR belongs to no consolidation.', 'There is nothing to take it out of.'],
  '24': [
    'The UCRs given do not suit the kind of consolidation request.',
    'Check which of MUCR and UCR the request needs.',
  ],
  '25': ['The consolidation (MUCR) is empty.', 'Put a consignment into it first.'],
  '26': ['The exit message is not valid.', 'Check what it says, and send it again.'],
  '29': ['The consolidation (MUCR) has departed already.', 'Nothing about it can be changed any more.'],
  '30': [
    'The declaration of this UCR was rejected on arrival.',
    'Correct the declaration and submit it again before the goods move.',
  ],
};
