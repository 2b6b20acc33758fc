import type { DecodedError } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { explainError } from './errors/explain-error.ts';
import { describePointer } from './pointers/describe-pointer.ts';
import { joinTarget } from './pointers/join-target.ts';
import { readPointerSteps } from './pointers/pointer-steps.ts';

/** What the words for a message's Errors depend on, beside the Errors themselves. */
export interface ErrorContext {
  readonly functionCode: string | null;
  /** Null where the MRN does not tell. */
  readonly trade: 'import' | 'export' | null;
}

/** The Errors of a Response. An Error is not a rejection: only some types, and only some codes, refuse anything. */
export function dmsErrors(
  response: XmlElement,
  { functionCode, trade }: ErrorContext,
): readonly DecodedError[] {
  const explanations = explanationsOf(response);
  return response.children('Error').map((error, index) => {
    const code = error.text('ValidationCode') ?? 'none';
    const { meaning, nextStep, advisory } = explainError(code, { functionCode });
    const { pointer, path, dataElement, item } = describePointer(readPointerSteps(error), { trade });
    const description = error.text('Description') ?? explanations.get(index + 1) ?? null;
    return { code, meaning, advisory, pointer, path, dataElement, item, description, nextStep };
  });
}

/** What customs adds in words to the n-th Error. One that does not say which belongs to the Error of its own number. */
function explanationsOf(response: XmlElement): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  let place = 0;
  for (const information of response.children('AdditionalInformation')) {
    const target = joinTarget(readPointerSteps(information));
    const text = information.text('StatementDescription');
    if (target?.of !== 'error') continue;
    place += 1;
    if (text !== null) texts.set(target.number ?? place, text);
  }
  return texts;
}
