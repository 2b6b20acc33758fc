import type { CutOff, XmlTree } from '../../xml/read-tree.ts';
import type { XmlElement } from '../../xml/xml-element.ts';

const NAMES = '(?:MetaData|[iI]nventoryLinking[A-Z]\\w*|ValidateMovementRequest)';
/** `_2MetaData` is `_2:MetaData` without its colon. */
const REPAIRED = '(?:_\\d{1,9}){0,4}';
const tagOf = (names: string) => `<(?:[\\w.-]+:)?${REPAIRED}(?:${names})(?=[\\s/>])`;

const MESSAGE_NAME = new RegExp(`^${REPAIRED}${NAMES}$`);
/** Comments and CDATA sections are found with what may be in them, to be skipped. */
const startsAt = (...patterns: readonly string[]) =>
  new RegExp(['<!--', '<!\\[CDATA\\[', ...patterns].join('|'), 'g');

const DECLARATION = '<\\?xml\\s';
const ANY_DECLARATION = new RegExp(DECLARATION, 'g');
const DECLARATIONS = startsAt(DECLARATION);
const STARTS = startsAt(
  DECLARATION,
  tagOf(`${NAMES}|Envelope`),
  '<(?:[\\w.-]+:)?Root\\s[^<>]*hmrc:fileupload',
);
const STARTS_OR_RESPONSES = startsAt(DECLARATION, tagOf(`${NAMES}|Envelope|Response`));
/** Where no document has begun yet, one may begin with any element. */
const ANY_STARTS = startsAt('<[A-Za-z_?]');

/**
 * Where, after a fault in what begins at `at`, the next document begins: at an XML declaration, or with an element
 * that nothing in the queue holds inside it. The end of the text where there is none.
 */
export function nextStart(text: string, at: number, { root, fault, readTo }: XmlTree): number {
  const isRefusal = fault?.isRefusal === true;
  if (root === null) {
    // What a document type definition holds is never taken for a message.
    if (isRefusal) return text.length;
    return startFrom(text.startsWith('<', at) ? STARTS : ANY_STARTS, text, at + 1);
  }
  const pattern = isRefusal ? DECLARATIONS : root.name === 'Response' ? STARTS_OR_RESPONSES : STARTS;
  return startFrom(pattern, text, at + Math.max(readTo, 1));
}

function startFrom(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  for (;;) {
    const match = pattern.exec(text);
    if (match === null) return text.length;
    const [token] = match;
    if (!token.startsWith('<!')) return match.index;
    const end = text.indexOf(token === '<!--' ? '-->' : ']]>', match.index + token.length);
    if (end === -1) {
      // A document that was cut off in there; what looks like an element may still belong to it.
      ANY_DECLARATION.lastIndex = match.index;
      return ANY_DECLARATION.exec(text)?.index ?? text.length;
    }
    pattern.lastIndex = end;
  }
}

/** Tells, of the elements of one document in order, the first that belongs to the next because this one was cut off. */
export function createCutOff(): CutOff {
  /** The depth of the message that is being read; 0 where none is. */
  let inside = 0;
  let isBareResponse = false;
  return (name, parent, depth) => {
    if (depth <= inside) inside = 0;
    if (inside === 0) {
      if (isMessageName(name)) {
        inside = depth;
        isBareResponse = false;
      } else if (name === 'FunctionCode' && isResponse(parent)) {
        inside = depth - 1;
        isBareResponse = true;
      }
      return false;
    }
    return isMessageName(name) || (isBareResponse && name === 'Response');
  };
}

const isResponse = (element: XmlElement | null): boolean => element?.name === 'Response';

/** Asked of every element: the first test alone is quick. */
const isMessageName = (name: string): boolean =>
  (name.endsWith('MetaData') || name.includes('nventoryLinking') || name.endsWith('MovementRequest')) &&
  MESSAGE_NAME.test(name);
