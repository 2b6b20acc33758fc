import { defraText } from '../../../../shared/catalogue/defra-decisions.ts';
import { presentCode } from '../../../../shared/catalogue/error-code.ts';
import type { DecodedError } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { decisionCodes } from './defra-details.ts';
import { explainError } from './errors/explain-error.ts';
import { refusalReason } from './errors/refusal-reason.ts';
import { describePointer } from './pointers/describe-pointer.ts';
import { readPointerSteps } from './pointers/pointer-steps.ts';
import { explanation, statementsAbout, type Statement } from './statements.ts';

/** What the words for a message's Errors depend on, beside the Errors themselves. */
export interface ErrorContext {
  readonly functionCode: string | null;
  /** Null where the MRN does not tell. */
  readonly trade: 'import' | 'export' | null;
  readonly statements: readonly Statement[];
}

/** The Errors of a Response. An Error is not a rejection: only some types, and only some codes, refuse anything. */
export function dmsErrors(
  response: XmlElement,
  { functionCode, trade, statements }: ErrorContext,
): readonly DecodedError[] {
  const about = statementsAbout('error', statements);
  const elements = response.children('Error');
  const errors = elements.map((error, index) => {
    const code = error.text('ValidationCode') ?? 'none';
    const { pointer, path, dataElement, item } = describePointer(readPointerSteps(error), { trade });
    const { meaning, nextStep, advisory } = {
      ...explainError(code, { functionCode }),
      ...(presentCode(code) === NOT_RELEASED ? unjoinedDecision(statements, item, elements.length) : {}),
      ...decided(about(index + 1)),
    };
    const description = explanation(about(index + 1), error.text('Description'));
    return { code, meaning, advisory, pointer, path, dataElement, item, description, nextStep };
  });
  // Something has refused it, and that can only be what it names.
  const isRefusal = functionCode === '03' && errors.every(({ advisory }) => advisory);
  return isRefusal
    ? errors.map((error) => ({ ...error, ...refusalReason(error.code), advisory: false }))
    : errors;
}

type Words = Partial<Pick<DecodedError, 'meaning' | 'nextStep'>>;

/** The Error of a DMSALV only says where; the decision that is joined to it says what. */
const decided = (about: readonly Statement[]): Words => decisionWords(decisionCodes(about));

/**
 * What the decisions that name no Error say of one on this goods item: a single decision can only be about the single
 * Error.
 */
function unjoinedDecision(statements: readonly Statement[], item: number | null, errorCount: number): Words {
  const codes = decisionCodes(
    statements.filter(({ explains, steps }) => {
      const { item: decided } = describePointer(steps);
      return explains === null && (decided === null || decided === item);
    }),
  );
  return isRelease(codes) || errorCount === 1 ? decisionWords(codes) : {};
}

/** Several decisions on one Error leave open which counts, unless each releases the goods. */
function decisionWords(codes: readonly string[]): Words {
  if (codes.length !== 1 && !isRelease(codes)) return {};
  const { meaning, nextStep } = defraText(codes);
  return { ...(meaning === undefined ? {} : { meaning }), ...(nextStep === undefined ? {} : { nextStep }) };
}

const isRelease = (codes: readonly string[]): boolean => defraText(codes).outcome === 'released';

/** What the Error says by itself: that Defra has not released the goods. */
const NOT_RELEASED = 'CDS50000';
