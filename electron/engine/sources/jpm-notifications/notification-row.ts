import { createHash } from 'node:crypto';
import { canonicalJson } from '../../decode/mastercard/canonical-json.ts';
import { holdsCardToken } from '../../cards/card-tokens.ts';
import { findContent } from '../../decode/jpm/find-content.ts';
import { idOf, memberOf, objectOf, textOf, type JsonObject } from '../../decode/jpm/members.ts';
import { readInstant } from '../../decode/jpm/read-instant.ts';
import { readJson } from '../../decode/payments/read-json.ts';
import type { Received } from '../source.ts';

/** One notification as it was delivered. Its delivery status is not in it: only the search that found it tells. */
export type NotificationRow = Omit<Received, 'upstream'>;

/**
 * A notification to keep, from its JSON as it came. Whatever is wrong with it, something is kept: one without an id
 * goes by the hash of its content.
 */
export function notificationRow(text: string): NotificationRow {
  const payload = new TextEncoder().encode(text);
  // Digit by digit: an id may be a number that is too long for one.
  const json = readJson(payload);
  const item = (json.ok ? objectOf(json.value) : null) ?? {};
  const id = idOf(memberOf(item, 'notificationId'));
  return {
    remoteId: id !== null && id.length <= LONGEST_ID ? id : contentId(item, text),
    payload,
    contentType: 'application/json',
    envelope: {},
    createdAt: readInstant(memberOf(item, 'messageCreateTimestamp')),
  };
}

const LONGEST_ID = 200;

/**
 * Tells what a notification says from what another of the same id says; what describes the answer rather than the event, and
 * a card but for its last four, make no difference.
 */
export const contentDigest = (payload: Uint8Array): string => {
  const text = new TextDecoder().decode(payload);
  const json = readJson(payload);
  const item = (json.ok ? objectOf(json.value) : null) ?? {};
  return digestOf(item, text, (leaf) =>
    typeof leaf === 'string' ? leaf.replace(CARD_TOKENS, 'card $1') : leaf,
  );
};

const CARD_TOKENS = /tok_[0-9a-f]{16}_(\d{4})/g;

/** The identity of a notification whose id is held with another content: both are kept. */
export const versionId = (remoteId: string, content: string): string =>
  `${remoteId}${VERSION}${content.slice(0, 16)}`;

/** The id by which J.P. Morgan knows a notification. */
export const idAtSource = (remoteId: string): string => remoteId.split(VERSION)[0] ?? remoteId;

/** No id of theirs has a line break in it that is not trimmed. */
const VERSION = '\n~';

/**
 * The notification as `protect` writes it down, under the identity that this has: an id that holds a card number goes
 * by the id with its token, and one that we made up is no digest of a card number.
 */
export function asKept(received: Received, protect: (received: Received) => Received): Received {
  const kept = protect(received);
  if (kept.payload === received.payload) return kept;
  return { ...kept, remoteId: notificationRow(new TextDecoder().decode(kept.payload)).remoteId };
}

/** Why J.P. Morgan cannot be asked for a notification by this id; null where it can. */
export function whyNotAskedFor(remoteId: string): string | null {
  if (remoteId.startsWith(OWN)) return 'the notification came without an id to ask for it by';
  if (!holdsCardToken(remoteId)) return null;
  return 'the id of the notification holds a card number, which is not kept, so it cannot be asked for by its id';
}

const OWN = 'sha256:';

const contentId = (item: JsonObject, text: string): string => `${OWN}${digestOf(item, text, (leaf) => leaf)}`;

/** Without what describes the answer rather than the event. */
function digestOf(
  item: JsonObject,
  text: string,
  leafOf: (leaf: string | number) => string | number,
): string {
  const { family, subType, common, content } = findContent(item);
  const names = [
    family.toLowerCase(),
    subType,
    textOf(item['messageCreateTimestamp']),
    idOf(item['subscriptionId']),
  ];
  const about = family === '' ? [text] : [...names, common, content];
  return createHash('sha256').update(canonicalJson(about, leafOf)).digest('hex');
}
