import type { Clock } from '../time/clock.ts';

/** How long the calls of one account have been without an answer. */
export interface AnswerWatch {
  /** A call goes out. Returns what to call once it was answered or given up. */
  readonly sent: () => () => void;
  /** When the call went out whose answer is overdue, epoch milliseconds; null while none is. */
  readonly overdueSince: () => number | null;
}

/** Servers answer within a second or two, and a large page within a few: an answer that takes longer is worth a word. */
const USUAL_MS = 10_000;

/** `onChange` is told when an answer becomes overdue, and when nothing is overdue any more. */
export function watchAnswers(clock: Clock, onChange: () => void): AnswerWatch {
  const overdue = new Set<{ readonly since: number }>();
  return {
    sent: () => {
      const call = { since: clock.now() };
      const answered = new AbortController();
      void clock.sleep(USUAL_MS, answered.signal).then(() => {
        if (answered.signal.aborted) return;
        overdue.add(call);
        onChange();
      });
      return () => {
        answered.abort();
        if (overdue.delete(call)) onChange();
      };
    },
    overdueSince: () => (overdue.size === 0 ? null : Math.min(...[...overdue].map(({ since }) => since))),
  };
}
