import { NOTIFICATION_LIMITS } from '../../xml/limits.ts';
import { readTree, type XmlTree } from '../../xml/read-tree.ts';
import { lineEnds } from '../../xml/walk-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import type { XmlProblem } from '../../xml/xml-problem.ts';
import { createCutOff, nextStart } from './message-starts.ts';

/** One of the documents in a text, as far as it can be read. */
export interface FoundDocument {
  readonly root: XmlElement;
  /** Null where it is whole. Its line counts in the whole text. */
  readonly fault: XmlProblem | null;
  /** From its first character to where the next one begins. */
  readonly text: string;
  /** What of its text comes after all that is well-formed; empty where it is whole. */
  readonly unread: string;
  readonly firstLine: number;
}

/** What stands outside of any document, or cannot be read as one. */
export interface Stray {
  readonly root: null;
  readonly fault: XmlProblem;
  readonly text: string;
  readonly firstLine: number;
  /** Whether it was not even tried. */
  readonly isGivenUp: boolean;
}

/** How many documents of one payload are still to be read. */
export interface Allowance {
  left: number;
}

/**
 * The documents that stand one after the other in a text, each with or without a declaration of its own. A broken one
 * ends where the next begins. At least one entry; when the allowance is used up, the rest is one. Time is linear: the
 * text is looked through a few times at most.
 */
export function documentsIn(
  text: string,
  allowance: Allowance,
  firstLine = 1,
): readonly (FoundDocument | Stray)[] {
  const found: (FoundDocument | Stray)[] = [];
  // A fault may be noticed long after its place: so many characters may be looked at once more.
  let patience = 4 * text.length + 1000;
  let at = afterBlanks(text, 0);
  let line = firstLine + lineEnds(text, 0, at);
  do {
    if (allowance.left <= 0 || patience < 0) {
      const problem = patience < 0 ? 'too damaged to be read further' : 'too many documents';
      return [
        ...found,
        { root: null, fault: { problem, line }, text: text.slice(at), firstLine: line, isGivenUp: true },
      ];
    }
    allowance.left -= 1;
    const tree = readTree(text.slice(at), NOTIFICATION_LIMITS, createCutOff());
    const end = endOf(text, at, tree);
    patience -= Math.max(0, at + tree.lookedTo - end);
    add(found, entryOf(tree, text.slice(at, end), line));
    const next = afterBlanks(text, end);
    line += lineEnds(text, at, next);
    at = next;
  } while (at < text.length);
  return found;
}

const afterBlanks = (text: string, from: number): number => {
  BLANKS.lastIndex = from;
  BLANKS.test(text);
  return BLANKS.lastIndex;
};

/** A byte-order mark may stand before each document. */
const BLANKS = /[ \t\r\n\ufeff]*/y;

function endOf(text: string, at: number, tree: XmlTree): number {
  if (tree.fault === null) return text.length;
  return tree.rootEnd === null ? nextStart(text, at, tree) : at + tree.rootEnd;
}

function entryOf(tree: XmlTree, text: string, firstLine: number): FoundDocument | Stray {
  const { root, fault, rootEnd, readTo } = tree;
  // What follows the end of a document does not make it any less whole.
  if (root !== null && (fault === null || rootEnd !== null)) {
    return { root, fault: null, text, unread: '', firstLine };
  }
  const line = firstLine + (fault?.line ?? 1) - 1;
  const problem = { problem: fault?.problem ?? 'no root element', line };
  return root === null
    ? { root, fault: problem, text, firstLine, isGivenUp: false }
    : { root, fault: problem, text, unread: text.slice(readTo), firstLine };
}

/** Strays in a row are one. */
function add(found: (FoundDocument | Stray)[], entry: FoundDocument | Stray): void {
  const last = found.at(-1);
  if (entry.root === null && last?.root === null) {
    found.pop();
    found.push({ ...last, text: `${last.text} ${entry.text}` });
  } else found.push(entry);
}
