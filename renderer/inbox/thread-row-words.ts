import { quietWords } from '../../shared/catalogue/quiet-words.ts';
import type { ListRow } from '../../shared/engine-api.ts';
import type { Instant } from '../../shared/notification.ts';
import { subjectInThread } from '../../shared/subject.ts';
import type { ThreadSummary } from '../../shared/thread.ts';
import { clipped, dayTime, plural, shortTime, span } from '../ui/format.ts';
import { attentionWords, shortSourceWords, stateWords } from '../ui/words.ts';
import { attentionOf, freshIn } from './list-row.ts';
import { ROW_TEXT_LIMIT } from './row-words.ts';

/** The main words of the line: what has become of the declaration, else what its newest message says. */
export const threadTitle = (row: ListRow): string => row.thread?.status?.title ?? row.title;

/** What came last, where the line does not say so already: its title, else its type. */
export const newestWords = (row: ListRow): string => (row.title === threadTitle(row) ? row.type : row.title);

/** What the line is about: the declaration, by any message that names it, else what its newest message is about. */
export const threadSubject = (row: ListRow): string | null =>
  subjectInThread(row, row.thread ?? { mrn: null, lrn: null });

/** The same with little room: an MRN or LRN is known without its name. */
export function threadReference(row: ListRow): string | null {
  const subject = threadSubject(row);
  const { thread } = row;
  const number = thread?.mrn ?? row.mrn ?? thread?.lrn ?? row.lrn;
  return number !== null && subject?.includes(number) === true ? number : subject;
}

/** What decides, where the subject does not say so already. */
export function threadFact(row: ListRow): string | null {
  const fact = row.thread?.keyFact ?? null;
  return fact === threadSubject(row) ? null : fact;
}

/** `5 notifications, 2 new`. */
export function messageWords(row: ListRow): string {
  const all = row.thread?.members.length ?? 1;
  const fresh = freshIn(row);
  if (fresh === 0) return plural(all, 'notification');
  return fresh === all ? `${all} new` : `${plural(all, 'notification')}, ${fresh} new`;
}

/** `4 h 29 min left`, `2 h over`: how a limit stands. */
export function limitWords(at: Instant, now: number): string {
  const left = Date.parse(at) - now;
  return left < 0 ? `${span(-left)} over` : `${span(left)} left`;
}

/** The silences of a thread: `Not cleared yet`, and how many more where there are several. */
export function quietLabel({ quiet }: Pick<ThreadSummary, 'quiet'>): string | null {
  const [first, ...more] = quiet;
  if (first === undefined) return null;
  const { label } = quietWords[first.rule];
  return more.length === 0 ? label : `${label}, and ${more.length} more`;
}

/** The name of the line for a screen reader. Absolute times: a countdown in it would be read anew each minute. */
export function threadRowName(row: ListRow, now: number): string {
  const { thread } = row;
  const attention = attentionOf(row);
  const subject = threadSubject(row);
  const fact = threadFact(row);
  const deadline = thread?.status?.deadline ?? null;
  const quiet = thread === null ? [] : thread.quiet.map(({ rule }) => quietWords[rule].label);
  const parts = [
    attention === 'info' ? null : attentionWords[attention],
    clipped(threadTitle(row), ROW_TEXT_LIMIT),
    fact === null ? null : clipped(fact, ROW_TEXT_LIMIT),
    deadline === null ? null : `by ${dayTime(deadline, now)}`,
    subject === null ? shortSourceWords[row.source] : clipped(subject, ROW_TEXT_LIMIT),
    thread?.trade ?? null,
    quiet.length === 0 ? null : `gone quiet: ${quiet.join('; ')}`,
    messageWords(row),
    `last ${clipped(newestWords(row), ROW_TEXT_LIMIT)} ${shortTime(row.receivedAt, now)}`,
    stateWords[row.state],
  ];
  return parts.filter((part) => part !== null).join(', ');
}
