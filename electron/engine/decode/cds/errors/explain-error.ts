import { presentCode } from '../../../../../shared/catalogue/error-code.ts';
import { errorFamily, familyText, type ErrorFamily } from './error-family.ts';
import { errorTable } from './error-table.ts';

export interface ErrorContext {
  /** Response/FunctionCode of the message that holds the error, two digits; null where it has none. */
  readonly functionCode: string | null;
}

export interface ErrorExplanation {
  /** The code in its present form: `CDS10020` for `DMS10020`. */
  readonly presentCode: string;
  readonly family: ErrorFamily | null;
  /** One line in plain English; null where nothing is known of such a code. */
  readonly meaning: string | null;
  /** What to do about it; null where the meaning is. */
  readonly nextStep: string | null;
  /** True where the message stands in spite of this error. */
  readonly advisory: boolean;
  /** False for a code that is not in the table; its meaning is then that of its family. */
  readonly isKnown: boolean;
}

/** What an error says, from its code (Error/ValidationCode) and the message it came in. Total: any text is a code. */
export function explainError(code: string, { functionCode }: ErrorContext): ErrorExplanation {
  const present = presentCode(code);
  const family = errorFamily(present);
  const known = errorTable.get(present);
  const [meaning, nextStep] = known ?? fromFamily(present, family);
  return {
    presentCode: present,
    family,
    meaning,
    nextStep,
    advisory: family === 'credibility' || STANDING_TYPES.has(functionCode ?? ''),
    isKnown: known !== undefined,
  };
}

/** HMRC adds codes with each release; the number of a new one still says what kind of check it comes from. */
const fromFamily = (
  code: string,
  family: ErrorFamily | null,
): readonly [string, string] | readonly [null, null] =>
  family === null
    ? [null, null]
    : [
        `${familyText[family]}. Quayside does not know ${code} more closely.`,
        'See what the pointer names and what the message says, and look the code up in HMRC’s list of CDS error codes.',
      ];

/**
 * An acceptance and a receipt stand whatever errors they carry: HMRC puts CDS13000 and CDS20001 in them as
 * warnings. In a rejection (03) CDS20001 is the refusal of a community system's pre-check.
 */
const STANDING_TYPES: ReadonlySet<string> = new Set(['01', '02']);
