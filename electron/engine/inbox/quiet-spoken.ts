import type { OverdueThread } from '../store/thread-store.ts';
import { toInstant } from '../time/clock.ts';
import { isNear } from './alert-urgency.ts';
import { gatherThread, type GatherStore } from './threads/gather-thread.ts';

/** A reminder this soon after the alert that it repeats tells a person nothing. */
const SOON_MS = 10 * 60_000;

/**
 * Of these waits those that the request's own alert has spoken for: it came with its limit less than 24 hours away, so
 * that its alert was critical, and the reminder would fall due at once. `leadMs` is how long before a limit to remind.
 * Rejects with a `StoreError`.
 */
export async function alreadySpoken(
  store: GatherStore,
  overdue: readonly OverdueThread[],
  leadMs: number,
): Promise<ReadonlySet<OverdueThread>> {
  const spoken = new Set<OverdueThread>();
  for (const wait of overdue) {
    if (wait.rule !== 'documents') continue;
    const receivedAt = await requestedAt(store, wait);
    const isCritical = receivedAt !== null && isNear(toInstant(wait.at), receivedAt);
    if (isCritical && wait.at - leadMs <= receivedAt + SOON_MS) spoken.add(wait);
  }
  return spoken;
}

/** When the request with this limit came, by its first copy; epoch milliseconds. */
async function requestedAt(store: GatherStore, { notification, at }: OverdueThread): Promise<number | null> {
  const gathered = await gatherThread(store, notification.id);
  const times = (gathered?.members ?? []).flatMap(({ row, facts: { functionCode, deadline } }) =>
    functionCode === '06' && deadline !== null && Date.parse(deadline) === at
      ? [Date.parse(row.receivedAt)]
      : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}
