import type { DecodedError } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeWords } from '../codes/code-words.ts';
import { capitalised } from '../details/details.ts';
import { describePlace } from '../places/describe-place.ts';

/** One place where a message was not the XML that the schema asks for. Its codes are of another list than functional errors'. */
export function xmlError(error: XmlElement): DecodedError {
  const code = error.text('errorCode') ?? 'none';
  const words = codeWords('CL030', code);
  const pointer = error.text('errorPointer');
  const place = pointer === null ? null : describePlace(pointer);
  const parts = [place?.words ?? null, lineOf(error)].filter((part) => part !== null);
  const said = error.text('errorText') ?? error.text('errorReason');
  const sent = error.text('originalAttributeValue');
  return {
    code,
    meaning: words === null ? `Error ${code}, whose meaning is not known here.` : `${capitalised(words)}.`,
    advisory: false,
    pointer,
    path: parts.length === 0 ? null : parts.join(', '),
    dataElement: place?.element ?? null,
    item: null,
    description: sent === null ? said : `${said ?? 'Not accepted'} (sent: ${sent})`,
    nextStep: null,
  };
}

function lineOf(error: XmlElement): string | null {
  const line = error.text('errorLineNumber');
  const column = error.text('errorColumnNumber');
  return line === null ? null : `line ${line}${column === null ? '' : `, column ${column}`}`;
}
