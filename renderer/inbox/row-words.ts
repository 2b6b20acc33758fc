import type { NotificationRow } from '../../shared/notification.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import { clipped, shortTime } from '../ui/format.ts';
import { attentionWords, shortSourceWords, stateWords } from '../ui/words.ts';
import type { RowOutcome } from './row-outcome.ts';

/** Titles and references come from outside: a row shows no more of them than this. */
export const ROW_TEXT_LIMIT = 200;

/** In the place of how urgent something is that another message has settled. */
export const SETTLED = 'Settled';
export const SETTLED_HINT = 'Another message has left nothing to do about it';

/** The name of a row for a screen reader: how urgent, what, which declaration, when, and what was done. */
export function rowName(row: NotificationRow, now: number): string {
  const parts = [
    urgencyWord(row),
    clipped(row.title, ROW_TEXT_LIMIT),
    factWords(row, now),
    row.subject === null ? shortSourceWords[row.source] : clipped(row.subject, ROW_TEXT_LIMIT),
    clipped(row.type, ROW_TEXT_LIMIT),
    shortTime(row.receivedAt, now),
    stateWords[row.state],
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** What decides beside the title, and by when: `3 errors, first: goods item 2`, `by 14:20`; null where nothing does. */
export function factWords({ keyFact, deadline, subject }: RowFact, now: number): string | null {
  const parts = [
    // A payment may be named by what decides.
    keyFact === null || keyFact === subject ? null : clipped(keyFact, ROW_TEXT_LIMIT),
    deadline === null ? null : `by ${shortTime(deadline, now)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

type RowFact = Pick<NotificationRow, 'keyFact' | 'deadline' | 'subject'>;

/** How urgent it is, in a word; null where it is not. */
export function urgencyWord({ attention, settled }: NotificationRow): string | null {
  if (settled) return SETTLED;
  return attention === 'info' ? null : attentionWords[attention];
}

/** What the end of a row says of its acknowledgement; empty for none. */
export function outcomeWords(outcome: RowOutcome): string {
  switch (outcome.kind) {
    case 'none':
      return '';
    case 'refused':
      return `Not acknowledged: ${reasonTexts[outcome.failure.reason].title}`;
    case 'leaving':
      return `Leaves in ${outcome.seconds} s`;
    case 'sending':
      return 'Sending…';
    case 'sent':
      return 'Sent';
    case 'here':
      return 'Acknowledged here';
    case 'not-sent':
      return `Not sent: ${reasonTexts[outcome.reason].title}`;
  }
}
