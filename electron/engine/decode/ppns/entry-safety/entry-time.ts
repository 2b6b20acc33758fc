import { toInstant } from '../../../time/clock.ts';
import { lenientInstant } from '../lenient-instant.ts';

/**
 * An instant of the entry safety messages, which write `202611300815`, or `261130` and `0815` apart, without a zone: taken
 * for UTC, as HMRC's other messages without one. Null for anything else.
 */
export function entryTime(date: string | null, time: string | null = null): string | null {
  const digits = `${date ?? ''}${time ?? ''}`;
  const [, century = '20', rest] = /^(20)?(\d{10})(?:\d{2})?$/.exec(digits) ?? [];
  if (rest === undefined) return null;
  const [year, month, day, hour, minute] = rest.match(/../g) ?? [];
  const at = lenientInstant(`${century}${year}-${month}-${day}T${hour}:${minute}`);
  return at === null ? null : toInstant(at);
}
