import type { ThreadEntry } from '../../shared/thread.ts';

/** The latest message that says what changed; the changes before it are on their own messages. Newest first. */
export const entryWithAmendments = (entries: readonly ThreadEntry[]): ThreadEntry | null =>
  entries.find(({ amendments }) => amendments.length > 0) ?? null;
