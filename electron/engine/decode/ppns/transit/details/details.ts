import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import { toInstant } from '../../../../time/clock.ts';
import { lenientInstant } from '../../lenient-instant.ts';

/** A detail, or none where the message does not have it. */
export const detail = (name: string, value: string | null): readonly DecodedDetail[] =>
  value === null ? [] : [{ name, value: value.slice(0, MOST_CHARACTERS) }];

/** The scheme allows 512 characters for its longest texts. */
const MOST_CHARACTERS = 600;

/** The scheme writes UTC without a zone. Null for what is no date. */
export function instantOf(text: string | null): string | null {
  const at = text === null ? null : lenientInstant(text);
  return at === null ? null : toInstant(at);
}

/** A date by which an answer is due includes that day. */
export function endOfDay(date: string | null): string | null {
  const at = date === null ? null : lenientInstant(date.slice(0, 10));
  return at === null ? null : toInstant(at + 86_400_000 - 1000);
}

/** A date, or date and time, for a person: `2026-11-30`, `2026-11-30 08:10 UTC`; what is neither stays as it came. */
export function dateWords(text: string | null): string | null {
  if (text === null || !text.includes('T')) return text;
  const at = instantOf(text);
  return at === null ? text : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `a, b and 3 more`. */
export function listed(words: readonly string[], most = 3): string {
  const shown = words.length > most ? words.slice(0, most - 1) : words;
  const more = words.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
