import { blankFacts, references } from '../../../../../shared/blank-facts.ts';
import type { Facts } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import { concernedItems, entryDetails } from './entry-details.ts';
import { entryErrors } from './entry-errors.ts';
import { entryLists, isEntryList } from './entry-lists.ts';
import {
  ENTRY_MESSAGES,
  OLD_ARRIVAL_MESSAGE,
  OTHER_ENTRY_MESSAGE,
  type EntryMessage,
} from './entry-messages.ts';
import { entryTime } from './entry-time.ts';
import { isSubmissionRefusal, submissionRefusal } from './submission-refusal.ts';

/**
 * Whether an XML document is about an entry summary declaration: the scheme's roots are numbered from 3xx and end with
 * `A`, where those of transit end with `C`.
 */
export const isEntrySafetyRoot = (root: XmlElement): boolean =>
  isMessage(root) || ENVELOPES.has(root.name) || isEntryList(root) || isSubmissionRefusal(root);

/** What such a document says: a message, the envelope that it was fetched in, or a list of those that wait. */
export function entrySafetyFacts(root: XmlElement): Facts {
  if (isEntryList(root)) return entryLists(root);
  if (isSubmissionRefusal(root)) return submissionRefusal(root);
  if (!ENVELOPES.has(root.name)) return messageFacts(root);
  const inner = root
    .children('response')
    .flatMap((response) => response.children())
    .find(isMessage);
  if (inner === undefined) return emptyEnvelope(root);
  const facts = messageFacts(inner);
  return { ...facts, conversationId: facts.conversationId ?? root.text('correlationId') };
}

const MESSAGE = /^CC(3\d{2})A$/;
const OLD_ARRIVAL = /^UK34[789]A$/;
const ENVELOPES: ReadonlySet<string> = new Set(['outcomeResponse', 'notificationResponse']);

const isMessage = ({ name }: XmlElement): boolean => MESSAGE.test(name) || OLD_ARRIVAL.test(name);

function messageFacts(root: XmlElement): Facts {
  const number = MESSAGE.exec(root.name)?.[1] ?? null;
  const words = number === null ? OLD_ARRIVAL_MESSAGE : (ENTRY_MESSAGES[number] ?? OTHER_ENTRY_MESSAGE);
  const errors = entryErrors(root);
  const header = (name: string) => root.text('HEAHEA', name);
  return {
    ...blankFacts,
    kind: 'ppns',
    type: number === null ? root.name : `IE${number}`,
    ...words,
    nextStep: errors.length > 0 ? `Correct the errors below. ${words.nextStep ?? ''}`.trim() : words.nextStep,
    meaning: meaningOf(root, words, errors.length),
    keyFact: number === '351' ? concernedItems(root) : null,
    statusCode: number === '351' ? root.text('CUSINT632', 'CusIntCodCUSINT665') : null,
    mrn: header('DocNumHEA5'),
    lrn: header('RefNumHEA4'),
    messageId: root.text('MesIdeMES19'),
    conversationId: root.text('CorIdeMES25'),
    issuedAt: entryTime(root.text('DatOfPreMES9'), root.text('TimOfPreMES10')),
    trader: root.text('PERLODSUMDEC', 'TINPLD1'),
    references: references({ mrn: header('DocNumHEA5'), lrn: header('RefNumHEA4') }),
    errors,
    details: entryDetails(root),
    // A rejected declaration must have been replaced by the time at which the goods are expected.
    deadline: number === '316' ? entryTime(root.text('CUSOFFFENT730', 'ExpDatOfArrFIRENT733')) : null,
  };
}

function meaningOf(root: XmlElement, { meaning, outcome }: EntryMessage, errors: number): string {
  if (outcome === 'held') return `${meaning} Concerned: ${concernedItems(root)}.`;
  const reason = root.text('HEAHEA', 'DecRejReaHEA252') ?? root.text('HEAHEA', 'AmeRejMotTexHEA605');
  if (outcome !== 'rejected' && outcome !== 'request-denied') return meaning;
  if (reason !== null) return `${meaning} Reason given: ${reason}`;
  return errors > 0 ? meaning : `${meaning} No reason is given.`;
}

const emptyEnvelope = (root: XmlElement): Facts => ({
  ...blankFacts,
  kind: 'ppns',
  ...OTHER_ENTRY_MESSAGE,
  type: root.name,
  conversationId: root.text('correlationId'),
  problems: ['there is no message in its envelope'],
});
