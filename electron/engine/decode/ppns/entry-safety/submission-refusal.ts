import { blankFacts } from '../../../../../shared/blank-facts.ts';
import type { DecodedError, Facts } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import { placeInWords } from './element-words.ts';
import { submissionError } from './submission-errors.ts';

/** Whether a document is the immediate answer to sending an entry summary declaration that was not taken. */
export const isSubmissionRefusal = (root: XmlElement): boolean =>
  root.name === 'ErrorResponse' && root.children('Error').some((error) => NUMBER.test(numberOf(error)));

/** It never reached customs, and no outcome will follow. Comes as the answer of the sending call, and so as a file. */
export function submissionRefusal(root: XmlElement): Facts {
  return {
    ...blankFacts,
    kind: 'ppns',
    type: root.name,
    title: 'Entry declaration not taken',
    meaning: 'HMRC’s service refused the entry summary declaration as it was sent. Customs has not seen it.',
    nextStep: 'Correct the errors below and send it again.',
    attention: 'act',
    outcome: 'rejected',
    errors: root.children('Error').map(errorOf),
  };
}

const NUMBER = /^[48]\d{3}$/;

const numberOf = (error: XmlElement): string => error.text('Number') ?? error.text('number') ?? '';

function errorOf(error: XmlElement): DecodedError {
  const code = numberOf(error) || 'none';
  const pointer = error.text('Location');
  return {
    code,
    meaning: submissionError(code),
    advisory: false,
    pointer,
    path: pointer === null ? null : placeInWords(pointer),
    dataElement: null,
    item: null,
    description: error.text('Text'),
    nextStep: null,
  };
}
