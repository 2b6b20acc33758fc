import { blankFacts, unrecognisedFacts } from '../../../../shared/blank-facts.ts';
import { jpmEvent, unknownJpmEvent } from '../../../../shared/catalogue/payments/jpm.ts';
import type { Facts } from '../../../../shared/notification.ts';
import { maskedCard } from '../../cards/card-ending.ts';
import { protectCards } from '../../cards/protect-cards.ts';
import type { DecodedPart } from '../../store/store.ts';
import { toInstant } from '../../time/clock.ts';
import { readJson } from '../payments/read-json.ts';
import { searchTextOf } from '../payments/search-text.ts';
import { findContent } from './find-content.ts';
import { jpmAmounts } from './jpm-amounts.ts';
import { jpmDetails } from './jpm-details.ts';
import { jpmReferences } from './jpm-references.ts';
import { leavesOf, type Leaf } from './leaves.ts';
import { idOf, memberOf, objectOf } from './members.ts';
import { readInstant } from './read-instant.ts';

/**
 * Notifications of J.P. Morgan's Notifications API: one, or the answer of a search with many. Total: what cannot be
 * read is an `unrecognised` entry with the reason. A payload is expected to hold tokens in place of card numbers; where
 * one does not, they are masked here. Whether a message was delivered says nothing of the payment, and
 * has no part in this.
 */
export const jpmDecoder = {
  version: 2,
  decode(payload: Uint8Array): readonly DecodedPart[] {
    const json = readJson(protectCards(payload, maskedCard));
    if (!json.ok) return [unrecognised(`It cannot be read: ${json.failure}.`)];
    const items = itemsIn(json.value);
    return items.length === 0 ? [unrecognised('It holds no notification.')] : items.map(decodeItem);
  },
};

function itemsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const list = objectOf(value)?.['notificationResponses'];
  if (Array.isArray(list)) return list;
  // A list of one comes as the one itself from some servers.
  return objectOf(list) === null ? [value] : [list];
}

function decodeItem(value: unknown): DecodedPart {
  const item = objectOf(value);
  if (item === null) return unrecognised('It is not a JSON object.');
  const found = findContent(item);
  if (found.family === '' && found.subType === '') return unrecognised('It names no type of notification.');
  const { family, subType, common, content } = found;
  const leaves = [...leavesOf({ content: content ?? {} }), ...leavesOf(common)];
  const known = jpmEvent(family, subType);
  if (known === null && !NOTIFICATION_MARKS.some((name) => memberOf(item, name) !== undefined)) {
    return unrecognised('It is no notification: it names no type and has no id.');
  }
  const event = known ?? unknownJpmEvent(family, subType);
  const created = readInstant(memberOf(item, 'messageCreateTimestamp'));
  const facts: Facts = {
    ...blankFacts,
    kind: 'payment',
    type: typeName(subType === '' ? family : subType),
    ...event,
    messageId: idOf(memberOf(item, 'notificationId')),
    issuedAt: created === null ? null : toInstant(created),
    references: jpmReferences(item, leaves),
    payments: [...jpmAmounts(leaves, common)],
    details: [...jpmDetails(leaves)],
    deadline: replyDate(leaves),
  };
  return { facts, searchText: `${searchTextOf(facts)} ${typeName(family)}` };
}

/** What tells a notification of a new kind from something else, such as an error answer. */
const NOTIFICATION_MARKS = [
  'notificationType',
  'notificationSubType',
  'notificationId',
  'messageCreateTimestamp',
];

const typeName = (name: string): string => name.replace(/[^\w.-]+/g, '').slice(0, 80) || 'unknown';

function replyDate(leaves: readonly Leaf[]): string | null {
  const due = leaves.find(({ name }) => name.toLowerCase() === 'responseduedate');
  const at = due === undefined ? null : readInstant(due.value);
  return at === null ? null : toInstant(at);
}

const unrecognised = (problem: string): DecodedPart => ({
  facts: unrecognisedFacts(
    {
      title: 'Message not recognised',
      meaning: 'This came from J.P. Morgan, and Quayside cannot read it. It is kept as it came.',
      nextStep: 'Look at the message itself.',
    },
    problem,
  ),
  searchText: '',
});
