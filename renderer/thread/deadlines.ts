import type { Instant } from '../../shared/notification.ts';
import type { Thread, ThreadEntry } from '../../shared/thread.ts';

export interface DeadlineLine {
  readonly entry: ThreadEntry;
  readonly at: Instant;
  /** False where the request was settled since. */
  readonly open: boolean;
}

/** Every limit that a message has set, the earliest first. */
export const deadlinesOf = ({ entries }: Pick<Thread, 'entries'>): readonly DeadlineLine[] =>
  entries
    .flatMap((entry) =>
      entry.deadline === null ? [] : [{ entry, at: entry.deadline, open: entry.isDeadlineOpen }],
    )
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

/** The deadlines where one still counts, and the call does not name all that there is. */
export function otherDeadlines(thread: Pick<Thread, 'status' | 'entries'>): readonly DeadlineLine[] {
  const lines = deadlinesOf(thread);
  const isSaid = lines.length === 1 && lines[0]?.entry.id === thread.status?.actionId;
  return isSaid || lines.every(({ open }) => !open) ? [] : lines;
}
