import type { Facts } from '../../../../../shared/notification.ts';

/** What one kind of entry safety message says by itself. */
export type EntryMessage = Pick<Facts, 'title' | 'meaning' | 'nextStep' | 'attention' | 'outcome'>;

const message = (
  attention: EntryMessage['attention'],
  outcome: EntryMessage['outcome'],
  title: string,
  meaning: string,
  nextStep: string | null = null,
): EntryMessage => ({ title, meaning, nextStep, attention, outcome });

const sentByYou = (what: string): EntryMessage =>
  message(
    'info',
    'registered',
    `You sent: ${what}`,
    'This is a message of your own side to customs, not an answer.',
  );

/**
 * Messages about entry summary declarations (safety and security), by the number of their root: `351` of `CC351A`. The
 * message type that stands inside is not asked: HMRC's own example of a do-not-load notice has another one there.
 */
export const ENTRY_MESSAGES: Readonly<Record<string, EntryMessage>> = {
  '304': message(
    'info',
    'amended',
    'Entry declaration amended',
    'Your amendment of the entry summary declaration was accepted. The MRN stays the same.',
  ),
  '305': message(
    'act',
    'request-denied',
    'Entry declaration: amendment refused',
    'Your amendment was refused. The entry summary declaration stands as it was.',
    'Send the amendment again once the cause is mended.',
  ),
  '313': sentByYou('amendment of an entry summary declaration'),
  '315': sentByYou('entry summary declaration'),
  '316': message(
    'act',
    'rejected',
    'Entry declaration rejected',
    'The entry summary declaration was refused and has no MRN. The goods may not come without one.',
    'Send a new entry summary declaration before the goods arrive.',
  ),
  '323': sentByYou('diversion request'),
  '324': message(
    'act',
    'request-denied',
    'Diversion refused',
    'Your diversion request was refused: the goods are expected at the first office.',
    'Ask again, or bring the goods to the office that was declared.',
  ),
  '325': message('info', 'request-granted', 'Diversion accepted', 'Your diversion request was accepted.'),
  '328': message(
    'info',
    'accepted',
    'Entry declaration accepted',
    'The entry summary declaration is registered and has its MRN. That is no permission to load: a do-not-load notice may still come.',
    'Give the MRN to the carrier.',
  ),
  '351': message(
    'act',
    'held',
    'Do not load',
    'Customs forbids loading: the goods concerned must stay behind.',
    'Stop the loading, tell the carrier, and call customs.',
  ),
};

/** A number of the scheme that has no words here. */
export const OTHER_ENTRY_MESSAGE = message(
  'watch',
  'unknown',
  'Entry safety message',
  'This is a message about an entry summary declaration, of a kind that Quayside has no description for.',
  'Read the message itself.',
);

/** UK347A, UK348A and UK349A: a family of arrival messages in HMRC's schemas whose use today is not known. */
export const OLD_ARRIVAL_MESSAGE = message(
  'watch',
  'unknown',
  'Arrival message of entry safety',
  'This is an arrival message of a form that HMRC used in former times.',
  'Read the message itself.',
);
