import { quietWords } from '../../../shared/catalogue/quiet-words.ts';
import { QUIET_RULES, type QuietRule } from '../../../shared/quiet.ts';
import { subjectInThread } from '../../../shared/subject.ts';
import type { NewAlert } from '../store/store.ts';
import type { OverdueThread } from '../store/thread-store.ts';
import { AT_ONCE } from './alert-rules.ts';
import type { AlertScope } from './alert-scope.ts';
import { highestOf, isNear } from './alert-urgency.ts';
import { toInstant } from '../time/clock.ts';

const MINUTE_MS = 60_000;

/**
 * The reminders for waits that have run out, by thread: one that waits for two things is one reminder. What was quiet
 * before the account was added gets one summary. `now` is epoch milliseconds.
 */
export function remindersDue(
  overdue: readonly OverdueThread[],
  scope: Pick<AlertScope, 'since' | 'coalesce'>,
  now: number,
): readonly NewAlert[] {
  const threads = byThread(overdue);
  const isBackfill = (waits: Waits) => waits.every(({ at }) => at < scope.since);
  const [backfill, live] = [threads.filter(isBackfill), threads.filter((waits) => !isBackfill(waits))];
  const summary = backfill.length > 0 ? [earlier(backfill, now)] : [];
  const speakAtOnce = scope.coalesce && live.length > AT_ONCE;
  return [...summary, ...(speakAtOnce ? [together(live, now)] : live.map((waits) => single(waits, now)))];
}

/** What one thread waits for, in the order of the rules. */
type Waits = readonly [OverdueThread, ...OverdueThread[]];

function byThread(overdue: readonly OverdueThread[]): readonly Waits[] {
  const threads = new Map<string, OverdueThread[]>();
  for (const wait of overdue) threads.set(wait.thread, [...(threads.get(wait.thread) ?? []), wait]);
  return [...threads.values()].flatMap((waits) => {
    const [first, ...others] = waits.sort(
      (a, b) => QUIET_RULES.indexOf(a.rule) - QUIET_RULES.indexOf(b.rule),
    );
    return first === undefined ? [] : [[first, ...others] as const];
  });
}

function single(waits: Waits, now: number): NewAlert {
  const [{ rule, at, mrn, lrn, notification }, ...others] = waits;
  const minutes = rule === 'documents' ? (at - now) / MINUTE_MS : (now - at) / MINUTE_MS;
  const subject = subjectInThread(notification, { mrn, lrn });
  const also = others.map((other) => `Also: ${quietWords[other.rule].label}.`);
  return {
    notifications: [leadsTo(waits)],
    title: quietWords[rule].title(Math.floor(minutes)),
    body: [subject, quietWords[rule].nextStep, ...also].filter((part) => part !== null).join('\n'),
    urgency: urgencyOf([waits], now),
  };
}

const together = (threads: readonly Waits[], now: number): NewAlert => ({
  notifications: newestFirst(threads),
  title: `${threads.length} declarations are quiet or near a limit`,
  body: tally(threads),
  urgency: urgencyOf(threads, now),
});

const earlier = (threads: readonly Waits[], now: number): NewAlert => ({
  notifications: newestFirst(threads),
  title:
    threads.length === 1
      ? '1 earlier declaration is quiet or near a limit'
      : `${threads.length} earlier declarations are quiet or near a limit`,
  body: `From before this account was added: ${tally(threads)}`,
  urgency: urgencyOf(threads, now),
});

/** A silence leaves time; a limit that is near does not. */
const urgencyOf = (threads: readonly Waits[], now: number): NewAlert['urgency'] =>
  highestOf(
    threads
      .flat()
      .map(({ rule, at }) => (rule === 'documents' && isNear(toInstant(at), now) ? 'critical' : 'normal')),
  );

const newestFirst = (threads: readonly Waits[]): readonly string[] =>
  [...new Set(threads.map(leadsTo))].sort((a, b) => Number(b) - Number(a));

/** The message that has to be acted on; where none has, the newest one. */
const leadsTo = ([{ status, notification }]: Waits): string => status?.actionId ?? notification.id;

/** `2 × Not cleared yet, 1 × Documents due`. */
function tally(threads: readonly Waits[]): string {
  const counts = new Map<QuietRule, number>();
  for (const { rule } of threads.flat()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => `${count} × ${quietWords[rule].label}`).join(', ');
}
