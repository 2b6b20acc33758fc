import type { NotificationRow } from '../../shared/notification.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import { clipped, shortTime } from '../ui/format.ts';
import { attentionWords, shortSourceWords, stateWords } from '../ui/words.ts';
import type { RowOutcome } from './row-outcome.ts';

/** Titles and references come from outside: a row shows no more of them than this. */
export const ROW_TEXT_LIMIT = 200;

/** The name of a row for a screen reader: how urgent, what, which declaration, when, and what was done. */
export function rowName(row: NotificationRow, now: number): string {
  const parts = [
    row.attention === 'info' ? null : attentionWords[row.attention],
    clipped(row.title, ROW_TEXT_LIMIT),
    row.mrn === null ? null : `MRN ${clipped(row.mrn, ROW_TEXT_LIMIT)}`,
    row.lrn === null ? null : `LRN ${clipped(row.lrn, ROW_TEXT_LIMIT)}`,
    row.mrn === null && row.lrn === null ? shortSourceWords[row.source] : null,
    clipped(row.type, ROW_TEXT_LIMIT),
    shortTime(row.receivedAt, now),
    stateWords[row.state],
  ];
  return parts.filter((part) => part !== null).join(', ');
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
