import { clipped, plural } from '../ui/format.ts';
import { LIMITS, MOST_LINES } from './thread-words.ts';

/** A part of a page as plain text: nothing where there are no lines; `of` says what they are from. */
export function part(title: string, lines: readonly string[], of?: string): readonly string[] {
  const heading = of === undefined ? title.toUpperCase() : `${title.toUpperCase()} (${of})`;
  return lines.length === 0 ? [] : [heading, ...lines];
}

/** The parts of a page, an empty line between them. */
export const partsText = (parts: readonly (readonly string[])[]): string =>
  parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');

/** What is said where not all lines are shown. */
export const more = (all: number): readonly string[] =>
  all > MOST_LINES ? [`And ${plural(all - MOST_LINES, 'more', 'more')}.`] : [];

/** One line of text from outside: nothing in it may break the line, hide, or turn the writing round. */
export const line = (text: string, limit: number = LIMITS.title): string =>
  clipped(text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim(), limit);

/** Control characters but white space, marks of writing direction, and what takes no room. */
const UNSEEN = /[^\P{Cc}\s]|\p{Cf}/gu;
