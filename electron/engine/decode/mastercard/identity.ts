import { createHash } from 'node:crypto';
import { cardMark } from '../../cards/card-ending.ts';
import { protectedText } from '../../cards/protected-text.ts';
import { fieldsOf } from '../payments/fields.ts';
import { lenientInstant } from '../ppns/lenient-instant.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * What makes a notification this one, as 64 hex digits: Mastercard gives it no id. Subject, the calendar year in which
 * it was made, and its content with sorted members; for TOKEN_* the idempotency key and the subject.
 *
 * Left out is what differs between two deliveries of one event: `pushStatus` changes with time, `subscriptionName` when
 * two subscriptions match, `createdTimestamp` perhaps when it is delivered again. Of that only the year is kept,
 * because the dates in a content have none, and the same figures may come again a year later.
 *
 * Card numbers count by their last four, whether they come as a token, masked or in full, so that a new card key makes
 * no second row. Take the notification as it is kept, after `protectCards`: a number of seventeen digits or more
 * loses its last ones when it is parsed.
 */
export function notificationIdentity(notification: unknown): string {
  const fields = fieldsOf(notification);
  const subject = fields.text('subject') ?? '';
  const key = subject.startsWith('TOKEN_') ? fields.text('idempotencyKey') : null;
  return digest(
    key === null
      ? ['content', subject, yearOf(fields.text('createdTimestamp')), contentOf(notification)]
      : ['key', subject, key],
  );
}

/** What stands there, whatever its type; the whole notification where it has no content or is no object. */
function contentOf(notification: unknown): string {
  const isObject = typeof notification === 'object' && notification !== null && !Array.isArray(notification);
  if (!isObject) return canonicalJson(notification, withoutCard);
  const { content, ...rest } = notification as Readonly<Record<string, unknown>>;
  if (content !== undefined && content !== null) return canonicalJson(content, withoutCard);
  const others = Object.entries(rest).filter(([name]) => !CHANGING.has(name));
  return canonicalJson(Object.fromEntries(others), withoutCard);
}

const CHANGING: ReadonlySet<string> = new Set(['pushStatus', 'subscriptionName', 'createdTimestamp']);

function yearOf(created: string | null): string {
  const moment = created === null ? null : lenientInstant(created);
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
