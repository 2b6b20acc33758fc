import { SaxesParser } from 'saxes';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { REFUSED_NAMES, type XmlLimits } from './limits.ts';

/** Why a document is not read, and the line it was noticed on, 1-based, where that is known. */
export interface XmlProblem {
  readonly problem: string;
  readonly line: number | null;
}

export interface StrictDocument {
  /** The namespace URI of the root; null where it has none, or a prefix that is bound to nothing. */
  readonly namespace: string | null;
}

/** Told of each element's start: its local name, and its attributes by the names they are written with. */
export type OnElement = (name: string, attribute: (name: string) => string | null, depth: number) => void;

/** Whether `text` is well-formed XML without a DTD, inside the limits. `onElement` must not throw. */
export function checkStrictly(
  text: string,
  limits: XmlLimits,
  onElement: OnElement = () => undefined,
): Result<StrictDocument, XmlProblem> {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let namespace: string | null = null;

  parser.on('error', (error) => {
    const problem = error.message.replace(POSITION, '').replace(/\.$/, '');
    // Published messages have lost declarations of namespaces; names are read without them.
    if (!problem.startsWith(UNBOUND_PREFIX)) refuse(problem);
  });
  parser.on('doctype', () => refuse('a document type definition (DTD) is not accepted'));
  parser.on('opentagstart', () => {
    depth += 1;
    elements += 1;
    attributes = 0;
    if (depth > limits.depth) refuse(`nested deeper than ${limits.depth} levels`);
    if (elements > limits.elements) refuse(`more than ${limits.elements} elements`);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.attributes) refuse(`an element has more than ${limits.attributes} attributes`);
  });
  parser.on('opentag', ({ uri, prefix, local, attributes: written }) => {
    if (REFUSED_NAMES.has(local)) refuse(`the element name ${local} is not accepted`);
    // The parser puts the prefix in place of a namespace that is not declared.
    if (elements === 1 && uri !== '' && uri !== prefix) namespace = uri;
    onElement(local, (name) => (Object.hasOwn(written, name) ? (written[name]?.value ?? null) : null), depth);
  });
  parser.on('closetag', () => {
    depth -= 1;
  });

  try {
    parser.write(text);
    const { encoding } = parser.xmlDecl;
    if (encoding !== undefined && !isReadAsUtf8(encoding, text)) {
      return failed({ problem: `declared as ${encoding.slice(0, 40)}; only UTF-8 is read`, line: 1 });
    }
    parser.close();
  } catch (error) {
    const problem = error instanceof Refusal ? error.message : `not readable: ${String(error)}`;
    return failed(bareAmpersand(problem, text) ?? { problem: problem.slice(0, 200), line: parser.line });
  }
  return ok({ namespace });
}

/** Ends the parser's work at the first fault; caught in this file. */
class Refusal extends Error {}

function refuse(problem: string): never {
  throw new Refusal(problem);
}

/**
 * The parser reads a bare `&` as the start of a reference that runs on to the end of the document, and
 * complains there, about something else.
 */
function bareAmpersand(problem: string, text: string): XmlProblem | null {
  if (!problem.startsWith('unclosed tag') || /<!(?:\[CDATA\[|--)/.test(text)) return null;
  const at = text.search(/&(?!(?:[\w:.-]+|#\d+|#x[\da-f]+);)/i);
  if (at === -1) return null;
  return { problem: 'an & that is not written as &amp;', line: text.slice(0, at).split('\n').length };
}

const POSITION = /^\d+:\d+: /;
const UNBOUND_PREFIX = 'unbound namespace prefix';

/** In plain ASCII every encoding that could be named here reads the same. */
function isReadAsUtf8(encoding: string, text: string): boolean {
  return /^(utf-?8|us-ascii)$/i.test(encoding) || !NOT_ASCII.test(text);
}

const NOT_ASCII = /[\u0080-\uffff]/;
