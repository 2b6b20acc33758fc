import { createHash } from 'node:crypto';
import { canonicalJson } from '../../decode/mastercard/canonical-json.ts';
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

/** False for the ids that we gave ourselves, which J.P. Morgan does not know. */
export const isJpmId = (remoteId: string): boolean => !remoteId.startsWith(OWN);

const OWN = 'sha256:';

/** Without what describes the answer rather than the event. */
function contentId(item: JsonObject, text: string): string {
  const { family, subType, common, content } = findContent(item);
  const names = [
    family.toLowerCase(),
    subType,
    textOf(item['messageCreateTimestamp']),
    idOf(item['subscriptionId']),
  ];
  const about = family === '' ? [text] : [...names, common, content];
  return `${OWN}${createHash('sha256')
    .update(canonicalJson(about, (leaf) => leaf))
    .digest('hex')}`;
}
