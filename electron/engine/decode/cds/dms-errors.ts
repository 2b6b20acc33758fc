import { defraDecision } from '../../../../shared/catalogue/defra-decisions.ts';
import type { DecodedError } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { decisionCodes } from './defra-details.ts';
import { explainError } from './errors/explain-error.ts';
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
  const errors = response.children('Error').map((error, index) => {
    const code = error.text('ValidationCode') ?? 'none';
    const { meaning, nextStep, advisory } = {
      ...explainError(code, { functionCode }),
      ...decided(about(index + 1)),
    };
    const { pointer, path, dataElement, item } = describePointer(readPointerSteps(error), { trade });
    const description = explanation(about(index + 1), error.text('Description'));
    return { code, meaning, advisory, pointer, path, dataElement, item, description, nextStep };
  });
  // Something has refused it, and that can only be what it names.
  const isRefusal = functionCode === '03' && errors.every(({ advisory }) => advisory);
  return isRefusal ? errors.map((error) => ({ ...error, advisory: false })) : errors;
}

/** The Error of a DMSALV only says where; the decision that is joined to it says what. */
function decided(about: readonly Statement[]): Partial<Pick<DecodedError, 'meaning' | 'nextStep'>> {
  const [code, ...others] = decisionCodes(about);
  if (code === undefined || others.length > 0) return {};
  const { meaning, nextStep } = defraDecision(code);
  return { meaning, nextStep };
}
