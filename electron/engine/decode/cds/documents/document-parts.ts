import type { Facts } from '../../../../../shared/notification.ts';
import { assertNever } from '../../../../../shared/result.ts';
import type { DecodedPart } from '../../../store/store.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { problemText, type XmlProblem } from '../../xml/xml-problem.ts';
import { cdsKind } from '../cds-roots.ts';
import { dmsFacts } from '../dms-response.ts';
import { fileUploadFacts } from '../file-upload.ts';
import { inventoryLinkingFacts } from '../inventory-linking.ts';
import { leafText, rawText } from '../search-text.ts';
import { unrecognised } from '../unrecognised.ts';
import { damagedFacts } from './damaged-message.ts';
import { documentsIn, type Allowance, type FoundDocument } from './documents-in.ts';
import { messagesIn, type EmbeddedText, type Message } from './messages-in.ts';

export interface PayloadContext {
  readonly conversationId: string | null;
  readonly allowance: Allowance;
}

/** The notifications in a document; at least one. Documents inside its texts are read too, one level deep. */
export function documentParts(document: FoundDocument, about: PayloadContext): readonly DecodedPart[] {
  const { conversationId } = about;
  const found = messagesIn(document.root);
  const parts = found.slice(0, MOST_MESSAGES).flatMap((each) => partsOf(each, document, about));
  const left = found.length - MOST_MESSAGES;
  if (left > 0) parts.push(unrecognised('', conversationId, `${left} more messages in it were not read`));
  if (document.fault !== null) return withFault(parts, found, document, document.fault, conversationId);
  return parts.length > 0 ? parts : [unrecognised(document.text, conversationId, whyNothing(document.root))];
}

/** A megabyte of the smallest real messages is not many more. */
const MOST_MESSAGES = 2000;

function partsOf(
  found: Message | EmbeddedText,
  document: FoundDocument,
  about: PayloadContext,
): readonly DecodedPart[] {
  return found.kind === 'embedded'
    ? embeddedParts(found, document, about)
    : messageParts(found, document, about.conversationId);
}

/** The fault belongs to the message that it broke off; where it broke off none, to what was not read. */
function withFault(
  parts: readonly DecodedPart[],
  found: readonly (Message | EmbeddedText)[],
  { text, unread }: FoundDocument,
  fault: XmlProblem,
  conversationId: string | null,
): readonly DecodedPart[] {
  const problem = `not readable as XML: ${problemText(fault)}`;
  const last = parts.at(-1);
  const end = found.at(-1);
  const isBrokenOff = end !== undefined && end.kind !== 'embedded' && !end.element.isWhole;
  if (last === undefined) return [unrecognised(text, conversationId, problem)];
  if (isBrokenOff && last.facts.kind === 'unrecognised') return parts;
  // A message that is whole stands by itself, whatever became of the end of what is around it.
  return isBrokenOff || !isOnlyEndTags(unread)
    ? [...parts, unrecognised(unread, conversationId, problem)]
    : [
        ...parts.slice(0, -1),
        withProblem(last, `the message is whole, but not what is around it: ${problemText(fault)}`),
      ];
}

export const withProblem = ({ facts, searchText }: DecodedPart, problem: string): DecodedPart => ({
  facts: { ...facts, problems: [...facts.problems, problem] },
  searchText,
});

function messageParts(
  message: Message,
  { fault, text, unread }: FoundDocument,
  conversationId: string | null,
): readonly DecodedPart[] {
  if (message.element.isWhole || fault === null) {
    return [{ facts: wholeFacts(message, conversationId), searchText: leafText(message.element) }];
  }
  const facts = damagedFacts(message, { fault, unread }, conversationId);
  return facts === null ? [] : [{ facts, searchText: rawText(text) }];
}

function wholeFacts({ kind, element, place }: Message, conversationId: string | null): Facts {
  switch (kind) {
    case 'dms':
      return dmsFacts(element, conversationId, place);
    case 'inventory-linking':
      return inventoryLinkingFacts(element, conversationId);
    case 'file-upload':
      return fileUploadFacts(element, conversationId);
    default:
      return assertNever(kind);
  }
}

/** What is wrapped as text is not wrapped twice. Text that merely looks like markup is no notification. */
function embeddedParts(
  { text, line }: EmbeddedText,
  around: FoundDocument,
  { conversationId, allowance }: PayloadContext,
): readonly DecodedPart[] {
  // Told of once.
  if (allowance.left < 0) return [];
  if (allowance.left === 0) {
    allowance.left = -1;
    return [unrecognised(text, conversationId, 'too many documents: from here on they were not read')];
  }
  return documentsIn(text, allowance, around.firstLine + line - 1).flatMap((document) => {
    if (document.root === null) return [];
    return messagesIn(document.root).flatMap((each) =>
      each.kind === 'embedded' ? [] : messageParts(each, document, conversationId),
    );
  });
}

function whyNothing(root: XmlElement): string {
  const kind = cdsKind(root.name);
  if (kind === 'dms') return 'MetaData holds no Response';
  if (kind === 'file-upload') {
    return 'Root is not a file upload result: it has neither FileReference nor Outcome';
  }
  return `the root element ${root.name.slice(0, 100)} is not one that CDS is known to send`;
}

const isOnlyEndTags = (text: string): boolean =>
  text
    .replace(/<\/[\w:.\s-]*>?/g, '')
    .replace(/<$/, '')
    .trim() === '';
