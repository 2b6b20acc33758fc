import type { Facts } from '../../../../shared/notification.ts';
import { unrecognisedFacts } from '../../../../shared/blank-facts.ts';
import { maskedCard } from '../../cards/card-ending.ts';
import { protectCards } from '../../cards/protect-cards.ts';
import type { DecodedPart } from '../../store/store.ts';
import { fieldsOf, type Fields } from '../payments/fields.ts';
import { readJson } from '../payments/read-json.ts';
import { searchTextOf } from '../payments/search-text.ts';
import { authorisationFacts } from './authorisation.ts';
import { bpcAuthorisation, iccpAuthorisation } from './authorisation-message.ts';
import { clearingFacts } from './clearing.ts';
import { genericClearingFacts, genericFacts } from './generic.ts';
import { readNotification, type CardNotification } from './notification.ts';
import { paymentUpdateFacts } from './payment-update.ts';
import { tokenEventFacts } from './token-event.ts';

/**
 * What Mastercard's Commercial Event Notifications deliver: one notification object, or a list or an answer page
 * with several, one entry each. Total: what cannot be read is an `unrecognised` entry with the reason. A payload is
 * expected to hold tokens in place of card numbers; where one does not, they are masked here.
 */
export const mastercardDecoder = {
  version: 3,
  decode(payload: Uint8Array, about?: About): readonly [DecodedPart, ...DecodedPart[]] {
    const json = readJson(protectCards(payload, maskedCard));
    if (!json.ok) return [part(unrecognised(`the notification cannot be read: ${json.failure}`))];
    const [first, ...rest] = notificationsIn(json.value).map((one) =>
      part(factsOf(one, about?.envelope['subscriptions'])),
    );
    return first === undefined ? [part(unrecognised('there is no notification in it'))] : [first, ...rest];
  },
};

interface About {
  /** `subscriptions`: the names of all that one event came by, where it came by several. */
  readonly envelope: Readonly<Record<string, string>>;
}

const part = (facts: Facts): DecodedPart => ({ facts, searchText: searchTextOf(facts) });

/** As many as an answer page can hold, with room to spare. */
const MOST_NOTIFICATIONS = 1_000;

function notificationsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return (value as readonly unknown[]).slice(0, MOST_NOTIFICATIONS);
  const page = fieldsOf(value);
  const isPage = page.has('notifications') && page.text('subject') === null;
  return isPage
    ? page
        .objects('notifications')
        .slice(0, MOST_NOTIFICATIONS)
        .map(({ value: one }) => one)
    : [value];
}

function factsOf(value: unknown, subscriptions: string | undefined): Facts {
  const fields = fieldsOf(value);
  if (fields.isEmpty) return unrecognised('it is not a notification object');
  if (isEncrypted(fields)) return unrecognised('unsupported encryption: the content came as encryptedData');
  if (fields.has('Errors')) return unrecognised('it is an error answer, not a notification');
  if (fields.text('subject') === null && !fields.has('content')) {
    return unrecognised('it is no notification: it names no subject and has no content');
  }
  const notification = readNotification(fields);
  return factsBySubject(
    subscriptions === undefined
      ? notification
      : { ...notification, subscriptions: subscriptions.split(', ') },
  );
}

const isEncrypted = (fields: Fields): boolean =>
  fields.has('encryptedData') || fields.object('content').has('encryptedData');

function factsBySubject(notification: CardNotification): Facts {
  switch (notification.subject) {
    case 'PAYMENT_AUTHORIZATION':
      return authorisationFacts(notification, iccpAuthorisation(notification.content));
    case 'BPC_PAYMENT_AUTHORIZATION':
      return authorisationFacts(notification, bpcAuthorisation(notification.content));
    case 'CLEARING':
      return clearingFacts(notification);
    case 'BPC_CLEARING':
      return genericClearingFacts(notification);
    case 'PAYMENT_UPDATE':
      return paymentUpdateFacts(notification);
    case 'TOKEN_PROVISIONING_EVENT':
    case 'TOKEN_LIFECYCLE_EVENT':
      return tokenEventFacts(notification);
    default:
      return genericFacts(notification);
  }
}

const unrecognised = (problem: string): Facts =>
  unrecognisedFacts(
    {
      title: 'Message not understood',
      meaning:
        'Mastercard sent something that Quayside cannot read. It is kept as it came, card numbers apart.',
      nextStep: 'Read the message itself, and look in your card provider’s reports.',
    },
    problem,
  );
