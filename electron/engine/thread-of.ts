import type { Thread } from '../../shared/thread.ts';
import { gatherThread, type GatherStore } from './inbox/threads/gather-thread.ts';
import { threadView } from './inbox/threads/thread-view.ts';
import type { InboxStore } from './store/store.ts';

/** The thread of a notification, with what was kept of its silences; null where there is no such notification. */
export async function threadOf(
  store: GatherStore & Pick<InboxStore, 'quietOf'>,
  id: string,
): Promise<Thread | null> {
  const gathered = await gatherThread(store, id);
  if (gathered === null) return null;
  return { ...threadView(gathered.members), quiet: [...(await store.quietOf(id))] };
}
