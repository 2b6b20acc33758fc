import { excerpt } from '../../../shared/excerpt.ts';
import type { NotificationRow } from '../../../shared/notification.ts';

/** A notification that an alert speaks of. `subject`: what it is about, in the light of its thread. */
export interface Spoken {
  readonly row: Pick<NotificationRow, 'type' | 'title' | 'keyFact' | 'deadline'>;
  readonly subject: string | null;
}

/**
 * What an alert for one notification says below its title, a line each: what it is about, what decides, and the limit
 * in this machine's own time zone. Where nothing names it, its type.
 */
export function alertBody({ row, subject }: Spoken): string {
  const fact = row.keyFact === subject ? null : row.keyFact;
  const limit = row.deadline === null ? null : `By ${limitTime(row.deadline)}`;
  return [subject ?? row.type, fact, limit].filter((part) => part !== null).join('\n');
}

/**
 * What an alert for several says: how many of what, in the words of their titles, and what they are about:
 * `2 × Inspection required, 1 × Rejected: GMR GMRA1, GMR GMRA2, MRN 26GB…`. Within 240 characters, as desktops cut
 * what is longer.
 */
export function togetherBody(spoken: readonly Spoken[]): string {
  const kinds = within(MOST_OF_KINDS, titleCounts(spoken));
  const subjects = [...new Set(spoken.flatMap(({ subject }) => subject ?? []))];
  return subjects.length === 0 ? kinds : `${kinds}: ${within(LONGEST - kinds.length - 2, subjects)}`;
}

const LONGEST = 240;
const MOST_OF_KINDS = 120;
const LONGEST_TITLE = 60;

function titleCounts(spoken: readonly Spoken[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { row } of spoken) counts.set(row.title, (counts.get(row.title) ?? 0) + 1);
  return [...counts].map(([title, count]) => `${count} × ${excerpt(title, LONGEST_TITLE)}`);
}

/** As many as fit, parted by commas, and how many more there are; always at least one. */
function within(limit: number, parts: readonly string[]): string {
  const fitting = parts.filter((_, index) => written(parts, index + 1).length <= limit).length;
  return written(parts, Math.max(1, fitting));
}

function written(parts: readonly string[], count: number): string {
  const more = parts.length - count;
  return `${parts.slice(0, count).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const LIMIT = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: 'numeric', month: 'short' },
  ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
});

/** `Sat 5 Dec, 12:00 GMT`. */
const limitTime = (at: string): string => LIMIT.format(new Date(at)).replace(/^(\w+), /, '$1 ');
