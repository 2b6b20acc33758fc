import type { DecodedPart } from '../../../store/store.ts';
import type { LenientText } from '../../xml/decode-text.ts';
import { isAscii } from '../../xml/encodings.ts';
import { problemText, type XmlProblem } from '../../xml/xml-problem.ts';
import { unrecognised } from '../unrecognised.ts';
import { documentParts, withProblem, type PayloadContext } from './document-parts.ts';
import { documentsIn, type FoundDocument, type Stray } from './documents-in.ts';

/** A megabyte holds fewer real messages; those inside the texts of others count too. */
const MOST_DOCUMENTS = 1000;

/** The notifications in the text of a payload, document by document; at least one. */
export function payloadParts(
  { text, assumed }: LenientText,
  conversationId: string | null,
): readonly DecodedPart[] {
  const parts: DecodedPart[] = [];
  /** Said of the part before it, or of the first where none is. */
  const remarks: string[] = [];
  const allowance = { left: MOST_DOCUMENTS };
  const found = documentsIn(text, allowance);
  const isAlone = found.length === 1;
  for (const [index, entry] of found.entries()) {
    const own = ownParts(entry, isAlone, { conversationId, allowance });
    const unsure = lettersAssumed(assumed, found, index);
    if (own === null) remarks.push(strayProblem(entry));
    else parts.push(...own.map((part) => (unsure === null ? part : withProblem(inAscii(part), unsure))));
    const last = parts.pop();
    if (last !== undefined) parts.push(remarks.splice(0).reduce(withProblem, last));
  }
  return parts;
}

/** Null for what stands between documents and holds none. */
function ownParts(
  entry: FoundDocument | Stray,
  isAlone: boolean,
  about: PayloadContext,
): readonly DecodedPart[] | null {
  if (entry.root !== null) return documentParts(entry, about);
  if (!isAlone && !entry.isGivenUp && !/<[A-Za-z_!]/.test(entry.text)) return null;
  return [unrecognised(entry.text, about.conversationId, `not readable as XML: ${problemText(entry.fault)}`)];
}

const strayProblem = ({ text, firstLine: line }: FoundDocument | Stray): string =>
  `${text.length} characters outside of any document were not read (line ${line})`;

/** Of the lines where an encoding was assumed, the first in each document says enough. */
function lettersAssumed(
  assumed: readonly XmlProblem[],
  found: readonly (FoundDocument | Stray)[],
  index: number,
): string | null {
  if (assumed.length === 0) return null;
  const from = index === 0 ? 1 : firstLine(found, index);
  const to = firstLine(found, index + 1);
  const first = assumed.find(({ line }) => line === null || (line >= from && line <= to));
  return first === undefined ? null : `${problemText(first)}: letters beyond ASCII are read as windows-1252`;
}

/** An identifier is none of which a letter is assumed. */
function inAscii({ facts, searchText }: DecodedPart): DecodedPart {
  const certain = (value: string | null) => (value !== null && isAscii(value) ? value : null);
  const { mrn, lrn, messageId, references } = facts;
  return {
    facts: {
      ...facts,
      mrn: certain(mrn),
      lrn: certain(lrn),
      messageId: certain(messageId),
      references: references.filter(({ value }) => isAscii(value)),
    },
    searchText,
  };
}

function firstLine(found: readonly (FoundDocument | Stray)[], index: number): number {
  for (const entry of found.slice(index)) {
    if (entry.root !== null) return entry.firstLine;
  }
  return Infinity;
}
