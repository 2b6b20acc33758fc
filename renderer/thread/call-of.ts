import type { ThreadEntry, ThreadStatus } from '../../shared/thread.ts';

/** Only the message that the call belongs to calls; the others have had their time. */
export function callOf(status: ThreadStatus | null, entry: Pick<ThreadEntry, 'id'>): 'act' | 'watch' | null {
  if (status?.actionId !== entry.id || status.attention === 'info') return null;
  return status.attention;
}
