import type { Kind, NotificationRow } from '../../../shared/notification.ts';

/**
 * Whether an alert waits for the rest of a backlog, which may settle it; asked only while messages are known to wait
 * at the source. `now` is epoch milliseconds.
 *
 * A message waits as long again as it was late when it came, and an hour at most: what happened a moment ago is urgent
 * and little can have followed on it, what happened in the night has most likely been settled since, and another
 * quarter of an hour costs little beside the hours it has lost. So nothing is held for ever, however much waits. What
 * the sources promise: push-pull boxes and payments come oldest first, so that what follows on a message is behind it;
 * CDS hands its queue out in any order, so that even the messages of one second may come minutes apart, and each of
 * them waits a minute at least. A limit that falls into the wait ends it.
 */
export function isHeldByBacklog(row: HeldRow, now: number): boolean {
  const shortest = SHORTEST_MS[row.kind];
  if (shortest === undefined) return false;
  const received = Date.parse(row.receivedAt);
  const late = received - Date.parse(row.issuedAt ?? row.receivedAt);
  const until = received + Math.max(shortest, Math.min(late, LONGEST_MS));
  if (row.deadline !== null && Date.parse(row.deadline) <= until) return now < received + shortest;
  return now < until;
}

type HeldRow = Pick<NotificationRow, 'kind' | 'receivedAt' | 'issuedAt' | 'deadline'>;

const LONGEST_MS = 3_600_000;

/** Of the kinds that a later message may settle: how long the messages of one moment may lie apart. */
const SHORTEST_MS: Readonly<Partial<Record<Kind, number>>> = { dms: 60_000, ppns: 0, payment: 0 };
