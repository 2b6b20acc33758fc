import type { ThreadEntry } from '../../shared/thread.ts';
import type { Story } from './story-noun.ts';

/** Only the message that the call belongs to calls; the others have had their time. */
export const callOf = (
  { status }: Pick<Story, 'status'>,
  entry: Pick<ThreadEntry, 'id'>,
): 'act' | 'watch' | null =>
  status === null || status.actionId !== entry.id || status.attention === 'info' ? null : status.attention;

/** The message by which the page of a payment speaks: the one that calls, else the newest. */
export const speakingEntry = ({ status, entries }: Story): ThreadEntry | undefined =>
  entries.find(({ id }) => id === status?.actionId) ?? entries[0];
