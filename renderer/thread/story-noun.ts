import type { Thread, ThreadEntry } from '../../shared/thread.ts';

/** What a thread tells the story of. */
export type StoryNoun = 'declaration' | 'payment' | 'movement';

/** What decides it. */
export interface Story {
  readonly status: Thread['status'];
  /** Newest first. */
  readonly entries: readonly ThreadEntry[];
}

export function storyNoun({ entries }: Pick<Story, 'entries'>): StoryNoun {
  if (entries.some(({ kind }) => kind === 'dms')) return 'declaration';
  return entries.some(({ kind }) => kind === 'payment') ? 'payment' : 'movement';
}

/** At the beginning of a name. */
export const storyTitle = {
  declaration: 'Declaration',
  payment: 'Payment',
  movement: 'Movement',
} as const satisfies Record<StoryNoun, string>;
