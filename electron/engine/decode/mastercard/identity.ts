import { createHash } from 'node:crypto';
import { cardMark } from '../../cards/card-ending.ts';
import { protectedText } from '../../cards/protected-text.ts';
import { fieldsOf } from '../payments/fields.ts';
import { lenientInstant } from '../ppns/lenient-instant.ts';
import { canonicalJson } from './canonical-json.ts';
import { namesItsEvent } from './event-key.ts';

/**
 * What makes a notification this one, as 64 hex digits: Mastercard gives it no id. For TOKEN_* the idempotency key and
 * the subject. Otherwise the subject, the content with sorted members, and the moment at which it was made.
 *
 * Where the content names its event (`namesItsEvent`), of that moment only the year counts, because the event may be
 * delivered again with another, and the dates in a content have no year: the same figures may come a year later.
 * Elsewhere the same content at another moment is another event, and never left out for one that is held.
 *
 * Left out is what differs between two deliveries: `pushStatus`, which changes with time, and `subscriptionName`, of
 * which there are two where two subscriptions match.
 *
 * Take the notification as it is kept, after `protectCards` with the card key. Where the event is named, cards count by
 * their last four, as a token, masked or in full, so that a new card key makes no second row. Elsewhere they count by
 * their token, because nothing else may tell two events of one moment apart: after a new card key, what such
 * notifications the source still lists come once more. Never by their number: the digest is kept beside all else that
 * went into it, so that the number could be found by trying.
 */
export function notificationIdentity(notification: unknown): string {
  const fields = fieldsOf(notification);
  const subject = fields.text('subject') ?? '';
  const key = subject.startsWith('TOKEN_') ? fields.text('idempotencyKey') : null;
  if (key !== null) return digest(['key', subject, key]);
  const created = fields.text('createdTimestamp') ?? '';
  return namesItsEvent(subject, fields.object('content'))
    ? digest(['content', subject, yearOf(created), contentOf(notification, withoutCard)])
    : digest(['notification', subject, created, contentOf(notification, asItIs)]);
}

/** What stands there, whatever its type; the whole notification where it has no content or is no object. */
function contentOf(notification: unknown, leafOf: LeafOf): string {
  const isObject = typeof notification === 'object' && notification !== null && !Array.isArray(notification);
  if (!isObject) return canonicalJson(notification, leafOf);
  const { content, ...rest } = notification as Readonly<Record<string, unknown>>;
  if (content !== undefined && content !== null) return canonicalJson(content, leafOf);
  const others = Object.entries(rest).filter(([name]) => !CHANGING.has(name));
  return canonicalJson(Object.fromEntries(others), leafOf);
}

type LeafOf = (leaf: string | number) => string | number;

const asItIs: LeafOf = (leaf) => leaf;

const CHANGING: ReadonlySet<string> = new Set(['pushStatus', 'subscriptionName', 'createdTimestamp']);

function yearOf(created: string): string {
  const moment = lenientInstant(created);
  return moment === null ? '' : String(new Date(moment).getUTCFullYear());
}

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** A leaf with any card number in it brought down to its last four. Numbers that are cards become text, as tokens are. */
function withoutCard(leaf: string | number): string | number {
  // A token stands for a number with its sign.
  const text = typeof leaf === 'number' ? String(Math.abs(leaf)) : leaf;
  const mark = cardMark(text);
  if (mark !== null) return lastFour(mark.ending);
  const safe = protectedText(
    text.replace(TOKEN, (_, ending: string) => lastFour(ending)),
    (pan) => lastFour(pan.slice(-4)),
  );
  return safe === text ? leaf : safe;
}

const TOKEN = /tok_[0-9a-f]{16}_(\d{4})(?!\d)/g;

const lastFour = (ending: string): string => `card ${ending}`;
