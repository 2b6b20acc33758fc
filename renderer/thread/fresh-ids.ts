import type { ThreadEntry } from '../../shared/thread.ts';

/** The notifications that are not acknowledged yet; of an event with copies all, for one of them is. */
export const freshIds = (entries: readonly ThreadEntry[]): readonly string[] =>
  entries.flatMap(({ state, ids }) => (state === 'acknowledged' ? [] : ids));
