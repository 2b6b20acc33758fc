import type { QueueName } from './read-message.ts';

/**
 * When to compare what HMRC counts as read with what is held here: once after the start, for what was read
 * and then lost with a process, and every few hours, for what another computer has read. `uptime` in ms.
 */
export interface Reconciliation {
  /** Which queue this round lists: what is unread comes first, and never waits for more than one round. */
  nextList(uptime: number): QueueName;
  listed(queue: QueueName, uptime: number, isAnswered: boolean): void;
  isDue(uptime: number): boolean;
}

export function createReconciliation(): Reconciliation {
  let lastDoneAt: number | null = null;
  let hasListedUnread = false;

  const isDue = (uptime: number) => lastDoneAt === null || uptime - lastDoneAt >= EVERY_MS;
  return {
    isDue,
    nextList: (uptime) => (hasListedUnread && isDue(uptime) ? 'pulled' : 'unpulled'),
    listed(queue, uptime, isAnswered) {
      hasListedUnread = queue === 'unpulled' && isAnswered;
      if (queue === 'pulled' && isAnswered) lastDoneAt = uptime;
    },
  };
}

const EVERY_MS = 4 * 3_600_000;
