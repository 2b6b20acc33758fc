import { SaxesParser } from 'saxes';
import type { XmlLimits } from './limits.ts';
import type { XmlProblem } from './xml-problem.ts';

/** Attributes by the names they are written with. Has no prototype. */
export type Attributes = Readonly<Record<string, string>>;

/** Told of what is read, in order. None of these may throw, but for `refuse`. */
export interface XmlEvents {
  /** An element's start; `name` with its prefix, `line` 1-based. */
  readonly open: (name: string, attributes: Attributes, depth: number, line: number) => void;
  /** A piece of the text of the element that is open. */
  readonly text?: (piece: string) => void;
  /** The end of the element that was opened last and is still open. */
  readonly close?: () => void;
  /** The last `close` was wrong: the end tag has another name. A fault follows. */
  readonly reopen?: () => void;
}

export interface XmlFault extends XmlProblem {
  /** True for what is well-formed so far and not accepted all the same: a DTD, a limit passed. */
  readonly isRefusal: boolean;
}

/** How far a text was read. Places are indices into it. */
export interface Walk {
  /** Null where the whole text is one well-formed document. */
  readonly fault: XmlFault | null;
  /** Where the last whole tag ends: all before it is well-formed. */
  readonly readTo: number;
  /** How far the parser looked before it noticed the fault. */
  readonly lookedTo: number;
  /** Where the root element ends; null where it does not, or there is none. */
  readonly rootEnd: number | null;
}

/**
 * Reads `text` as XML up to its end or its first fault, without a DTD and inside the limits. Names need not have
 * their prefixes declared: published messages have lost such declarations.
 */
export function walkXml(text: string, limits: XmlLimits, events: XmlEvents): Walk {
  const parser = new SaxesParser({ xmlns: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let readTo = 0;
  let readToBefore = 0;
  let rootEnd: number | null = null;

  parser.on('error', (error) => {
    throw new Fault(error.message.replace(POSITION, '').replace(/\.$/, ''), false);
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
  parser.on('opentag', (tag) => {
    events.open(tag.name, tag.attributes, depth, parser.line);
    readTo = parser.position;
  });
  parser.on('closetag', () => {
    depth -= 1;
    readToBefore = readTo;
    readTo = parser.position;
    if (depth === 0) rootEnd = readTo;
    events.close?.();
  });
  const { text: onText } = events;
  if (onText !== undefined) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }

  try {
    parser.write(text).close();
    return { fault: null, readTo, lookedTo: text.length, rootEnd };
  } catch (error) {
    const lookedTo = Math.min(parser.position, text.length);
    if (!(error instanceof Fault)) {
      // Nothing is known to end here; what does must not take the engine with it.
      const problem = `not readable: ${String(error)}`.slice(0, 200);
      return { fault: { problem, line: parser.line, isRefusal: true }, readTo, lookedTo, rootEnd };
    }
    // The parser tells of the end before it compares the names.
    if (error.message === WRONG_END_TAG) {
      readTo = readToBefore;
      rootEnd = null;
      events.reopen?.();
    }
    const problem = bareAmpersand(error.message, text, readTo, lookedTo) ?? {
      problem: error.message.slice(0, 200),
      line: parser.line,
    };
    return { fault: { ...problem, isRefusal: error.isRefusal }, readTo, lookedTo, rootEnd };
  }
}

/** Ends the reading from inside an event. */
export function refuse(problem: string, isRefusal = true): never {
  throw new Fault(problem, isRefusal);
}

/** Ends the parser's work at the first fault; caught in this file. */
class Fault extends Error {
  readonly isRefusal: boolean;

  constructor(message: string, isRefusal: boolean) {
    super(message);
    this.isRefusal = isRefusal;
  }
}

const POSITION = /^\d+:\d+: /;
const WRONG_END_TAG = 'unexpected close tag';

/**
 * The parser reads a bare `&` as the start of a reference that runs on to the next semicolon or to the end of the
 * document, and complains there, about something else.
 */
function bareAmpersand(problem: string, text: string, readTo: number, lookedTo: number): XmlProblem | null {
  if (!AMPERSAND_COMPLAINT.test(problem)) return null;
  const rest = text.slice(readTo, lookedTo);
  const at = rest.search(/&(?!(?:[\w:.-]+|#\d+|#x[\da-f]+);)/i);
  if (at === -1 || rest.slice(0, at).includes('<!')) return null;
  return { problem: 'an & that is not written as &amp;', line: 1 + lineEnds(text, 0, readTo + at) };
}

const AMPERSAND_COMPLAINT = /^(?:unclosed tag|disallowed character in entity name)/;

/** How many lines end between two places of a text. */
export const lineEnds = (text: string, from: number, to: number): number =>
  text.slice(from, to).match(/\r\n?|\n/g)?.length ?? 0;
