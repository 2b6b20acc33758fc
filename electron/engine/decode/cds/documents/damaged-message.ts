import { references } from '../../../../../shared/blank-facts.ts';
import { dmsType } from '../../../../../shared/catalogue/dms.ts';
import type { Attention, Facts } from '../../../../../shared/notification.ts';
import { certainPart, type XmlElement } from '../../xml/xml-element.ts';
import { problemText, type XmlProblem } from '../../xml/xml-problem.ts';
import { cdsFacts } from '../cds-facts.ts';
import { dmsFacts } from '../dms-response.ts';
import { inventoryLinkingFacts } from '../inventory-linking.ts';
import { lowerFirst } from '../lower-first.ts';
import { laterDeclaration, type DeclarationNames } from './later-declaration.ts';
import type { Message } from './messages-in.ts';

/**
 * What is certain of a message that is broken off by `fault`: from elements that were whole before it, and never what
 * the part that was not read could change. `unread` is the text from the damage on: only a Declaration that is surely
 * the message's own is looked for in it. Null where nothing is certain.
 */
export function damagedFacts(
  message: Message,
  { fault, unread }: { readonly fault: XmlProblem; readonly unread: string },
  conversationId: string | null,
): Facts | null {
  const known = certainFacts(message, unread, conversationId);
  if (known === null) return null;
  const { words, problems, ...facts } = known;
  return {
    ...cdsFacts(conversationId),
    ...facts,
    kind: 'unrecognised',
    title: `Damaged message${words.title === null ? '' : `: ${lowerFirst(words.title)}`}`,
    meaning: `The message is damaged: only what comes before the damage was read. ${words.meaning}`,
    nextStep: 'Look the declaration or consignment up in CDS, and read the message itself.',
    attention: words.attention === 'act' ? 'act' : 'watch',
    outcome: 'unknown',
    problems: [`not readable as XML: ${problemText(fault)}`, ...problems],
  };
}

interface Certain extends Partial<Facts> {
  readonly type: string;
  readonly words: {
    readonly title: string | null;
    readonly meaning: string;
    readonly attention: Attention;
  };
  readonly problems: string[];
}

function certainFacts(
  { kind, element }: Message,
  unread: string,
  conversationId: string | null,
): Certain | null {
  switch (kind) {
    case 'dms':
      // Statements are left out: which Error they explain depends on how many there are.
      return certainOfDms(
        dmsFacts(certainPart(element, { wanted: DMS_PARTS, open: 'Declaration' }), conversationId),
        element.child('Declaration') === null ? laterDeclaration(unread) : null,
      );
    case 'inventory-linking':
      return certainOfMovement(certainPart(element, { wanted: null, open: null }), conversationId);
    case 'file-upload':
      return null;
  }
}

const NOT_READ = 'what comes after the damage was not read';

const DMS_PARTS: ReadonlySet<string> = new Set([
  'FunctionCode',
  'FunctionalReferenceID',
  'IssueDateTime',
  'Error',
  'Status',
  'Declaration',
]);

function certainOfDms(read: Facts, later: DeclarationNames | null): Certain | null {
  const { type, functionCode, statusCode, version, messageId, issuedAt, conversationId } = read;
  const mrn = read.mrn ?? later?.mrn ?? null;
  // A DMSRES holds two declarations, and only the one with an MRN is surely the one that it is about.
  const lrn = functionCode !== '07' || mrn !== null ? (read.lrn ?? later?.lrn ?? null) : null;
  if ([functionCode, mrn, lrn, messageId].every((each) => each === null)) return null;
  return {
    type,
    functionCode,
    statusCode,
    mrn,
    lrn,
    version: mrn === null ? null : version,
    messageId,
    issuedAt,
    references: references({ mrn, lrn, conversation: conversationId }),
    // Without its type it is not known whether an Error refuses anything.
    errors: functionCode === null ? [] : read.errors,
    words: wordsFor(read),
    problems: [
      later === null ? NOT_READ : 'of what comes after the damage only the MRN and LRN were read',
      ...(functionCode === '03' && !isSurelyRejected(read)
        ? ['it cannot be told whether the message names errors: it rejects, cancels or ends a declaration']
        : []),
    ],
  };
}

/** The words of the type itself: those of its variants may depend on what was not read. */
function wordsFor(read: Facts): Certain['words'] {
  const { functionCode } = read;
  if (functionCode === null)
    return { title: null, meaning: 'Its type could not be read.', attention: 'watch' };
  const type = dmsType(functionCode);
  const isTold = BY_STATUS.has(functionCode) && read.statusCode !== null;
  if (type === null || isTold) return read;
  if (functionCode === EXIT) return exitOfUnknownResult;
  if (functionCode !== '03' || isSurelyRejected(read)) return type;
  return {
    title: 'Rejected, cancelled or lapsed',
    meaning:
      'It rejects a declaration, or says that one was cancelled or has lapsed: the part that tells which is lost.',
    attention: 'act',
  };
}

const EXIT = '16';
/** Types whose status says what they mean. */
const BY_STATUS: ReadonlySet<string> = new Set(['11', EXIT]);

/** A result may have stood in what is lost, and not every result means that the goods have left. */
const exitOfUnknownResult: Certain['words'] = {
  title: 'Exit reported, result not known',
  meaning: 'Customs reports on the exit of the goods, but no result was read.',
  attention: 'watch',
};

/** One Error that refuses is enough, whatever else the message names. */
const isSurelyRejected = ({ outcome }: Facts): boolean => outcome === 'rejected';

function certainOfMovement(element: XmlElement, conversationId: string | null): Certain | null {
  const read = inventoryLinkingFacts(element, conversationId);
  const { mrn, version, references: known, errors, title, attention } = read;
  const type = element.text('messageCode');
  if (type === null && mrn === null && known.every(({ kind }) => kind === 'conversation')) return null;
  return {
    type: type ?? 'unknown',
    mrn,
    version,
    references: known,
    errors,
    words: { title, meaning: 'It is a message of the inventory-linking service.', attention },
    problems: [NOT_READ],
  };
}
