import type { ThreadEntry } from '../../shared/thread.ts';
import { storyNoun, type Story } from './story-noun.ts';

/** Only the message that the call belongs to calls; the others have had their time. */
export function callOf(story: Story, entry: Pick<ThreadEntry, 'id'>): 'act' | 'watch' | null {
  const { status } = story;
  const caller =
    status === null ? paymentCaller(story) : { id: status.actionId, attention: status.attention };
  if (caller?.id !== entry.id || caller.attention === 'info') return null;
  return caller.attention;
}

/** A payment has no status of its own: its newest message says how it stands. */
export const paymentCaller = (story: Story): ThreadEntry | undefined =>
  storyNoun(story) === 'payment' ? story.entries[0] : undefined;
