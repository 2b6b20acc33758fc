import { clipped, plural } from '../ui/format.ts';
import type { ThreadNoun } from '../ui/source-subject.ts';
import type { ListBy } from './views.ts';

/** What a row is called: `declaration`, `declarations`. */
export const rowWord = (by: ListBy, total: number, noun: ThreadNoun): string => {
  const one = by === 'thread' ? noun : 'notification';
  return total === 1 ? one : `${one}s`;
};

/** The name of a list of threads, and of the choice to list them. */
export const threadsTitle = { declaration: 'Declarations', payment: 'Payments', thread: 'Threads' } as const;

/** The button that shows what arrived. A thread that something was added to is not itself new. */
export const arrivalsLabel = (howMany: string, by: ListBy): string =>
  by === 'thread' ? `${howMany} with news` : `${howMany} new`;

export const arrivalsSentence = (howMany: string, by: ListBy, noun: ThreadNoun): string =>
  by === 'thread'
    ? `${threadsTitle[noun]} with news at the top of the list: ${howMany}`
    : `${howMany} new at the top of the list`;

/** What an act on threads reached. */
export interface ActedThreads {
  readonly acted: number;
  readonly noun: ThreadNoun;
  /** What to call the only one by; null where it has no name. */
  readonly name: string | null;
  /** True where more were chosen than go at once. */
  readonly rest: boolean;
}

/** `Acknowledged 12 declarations, 57 notifications`: what was done, and that it was not all where it was not. */
export function acknowledgedSentence(
  { acted, noun, name, rest }: ActedThreads,
  notifications: number,
): string {
  if (notifications === 0) return 'Nothing to acknowledge';
  const one = name === null ? `a ${noun}` : `${noun} ${clipped(name, NAME_LIMIT)}`;
  const what = acted === 1 ? one : plural(acted, noun);
  const done = `Acknowledged ${what}, ${plural(notifications, 'notification')}`;
  return rest ? `${done}. That is as many as go at once: select the rest and acknowledge again` : done;
}

const NAME_LIMIT = 60;
