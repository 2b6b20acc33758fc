import type { Thread, ThreadEntry } from '../../shared/thread.ts';
import { fullTime } from '../ui/format.ts';
import { callOf, speakingEntry } from './call-of.ts';
import { amountWords, paymentAmounts } from './payment-amounts.ts';
import { line, more, part, partsText } from './plain-lines.ts';
import { codesOf, LIMITS, MOST_LINES, timeOf } from './thread-words.ts';

/**
 * A payment's page as plain text for an e-mail: what the page says, in its order, and no payload. Times are local
 * with their zone; `now` is epoch milliseconds.
 */
export function paymentText(thread: Thread, { now }: { readonly now: number }): string {
  const { entries } = thread;
  const told = speakingEntry(thread);
  return partsText([
    told === undefined ? [] : [`Payment: ${line(told.title)}, ${fullTime(timeOf(told))}`],
    told === undefined || callOf(thread, told) === null ? [] : callPart(told),
    amountsPart(entries),
    part('What else the message says', told === undefined ? [] : detailLines(told)),
    part('Timeline, newest first', entries.flatMap(eventLines)),
    [`Quayside, ${fullTime(new Date(now).toISOString())}`],
  ]);
}

const callPart = ({ nextStep, meaning, deadline }: ThreadEntry): readonly string[] =>
  part('What to do', [
    line(nextStep ?? meaning, LIMITS.meaning),
    ...(deadline === null ? [] : [`Deadline: ${fullTime(deadline)}`]),
  ]);

function amountsPart(entries: readonly ThreadEntry[]): readonly string[] {
  const amounts = paymentAmounts(entries);
  const lines = amounts
    .slice(0, MOST_LINES)
    .map(
      ({ entry, payment }) =>
        `${line(payment.name)}: ${line(amountWords(payment))} (${line(entry.title, LIMITS.title)})`,
    );
  return part('Amounts', [...lines, ...more(amounts.length)], 'may be the same money, never added up');
}

const detailLines = ({ details }: ThreadEntry): readonly string[] =>
  details.slice(0, MOST_LINES).map(({ name, value }) => `${line(name)}: ${line(value, LIMITS.detail)}`);

const eventLines = (entry: ThreadEntry): readonly string[] => [
  `- ${fullTime(timeOf(entry))}  ${line(entry.title, LIMITS.title)} (${line(codesOf(entry))})`,
  `  ${line(entry.meaning, LIMITS.meaning)}`,
];
