import type { Day } from './day.ts';
import type { WalkedDay } from './walk-day.ts';

/**
 * Whether the service cuts its lists off, which it would not say: there is no count, no page and no end mark. Told by what
 * comes back alone, so it is a suspicion.
 */
export interface TruncationCheck {
  /** True where this walk is the first to show that its day is cut off. */
  walked(day: WalkedDay): boolean;
  /** Days of which more may exist than was read, newest first. */
  days(): readonly Day[];
}

/**
 * A day is taken for cut off where one of its searches gives a round hundred or more, or where the largest answer has come
 * from three different searches and never a larger one. That a notification is gone from its day proves nothing: it may be
 * listed by the day of its delivery.
 */
export function createTruncationCheck(): TruncationCheck {
  const cut = new Set<Day>();
  /** What each search gave last, by its day and delivery status. */
  const sizes = new Map<string, number>();

  function isAtTheTop({ day, counts }: WalkedDay): boolean {
    for (const [status, count] of counts.entries()) sizes.set(`${day} ${status}`, count);
    const top = Math.max(...sizes.values());
    const reached = [...sizes.values()].filter((size) => size === top).length;
    return top >= LEAST_TOP && reached >= SEARCHES_AT_TOP && counts.includes(top);
  }

  return {
    walked: (walked) => {
      const isRound = walked.counts.some((count) => count >= ROUND && count % ROUND === 0);
      const isTop = isAtTheTop(walked);
      if (walked.isStatusIgnored || cut.has(walked.day) || !(isRound || isTop)) return false;
      cut.add(walked.day);
      return true;
    },
    days: () => [...cut].sort().reverse(),
  };
}

const ROUND = 100;
/** Fewer come by chance as often on one day as on another. */
const LEAST_TOP = 20;
const SEARCHES_AT_TOP = 3;
