import type { InboxStore } from '../store/store.ts';
import type { ThreadRecord } from '../store/thread-store.ts';
import { breath } from './breath.ts';
import { createTurns } from './in-turn.ts';
import { gatherThread, type GatheredThread, type GatherStore } from './threads/gather-thread.ts';
import { plainRecord, threadRecord } from './threads/thread-record.ts';

export interface ThreadKeeper {
  /** Works out every thread that is to do, those of this moment included. Rejects with a `StoreError`. */
  run(): Promise<void>;
  /** Ends after what is being written. */
  stop(): Promise<void>;
}

type KeeperStore = GatherStore & Pick<InboxStore, 'threadClock' | 'threadsToDo' | 'putThreads'>;

/** So many at a time: one write costs a disk's flush, and a batch takes some tens of milliseconds. */
const BATCH = 100;
/** Others are answered after so many threads. */
const BETWEEN_BREATHS = 10;

/** Keeps the stored threads in step with the notifications: what came or changed is worked out from all that belongs to it. */
export function createThreadKeeper(store: KeeperStore): ThreadKeeper {
  const inTurn = createTurns();
  let isStopped = false;

  async function runAll(): Promise<void> {
    const worked = new Map<string, number>();
    while (!isStopped) {
      const asOf = await store.threadClock();
      const todo = (await store.threadsToDo(BATCH)).filter((id) => !hasComeBack(worked, id));
      const records = await workOut(todo);
      // What is to do and not there any more is the store's to forget; asking for it again would go round for ever.
      if (records.length === 0) return;
      await store.putThreads(records, asOf);
      await breath();
    }
  }

  /** One record a thread: a thread that was worked out covers all its members, and what it leaves to others. */
  async function workOut(todo: readonly string[]): Promise<readonly ThreadRecord[]> {
    const records: ThreadRecord[] = [];
    const covered = new Set<string>();
    const queue = [...todo];
    const read = new Map((await store.linkedNotifications(todo)).map((member) => [member.row.id, member]));
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (covered.has(id)) continue;
      const gathered = await gatherThread(store, id, read);
      if (gathered === null) continue;
      const record = recordOf(gathered, id);
      for (const member of record.members) covered.add(member);
      // What has no MRN may belong elsewhere since this thread has come to be.
      queue.push(...gathered.neighbours.filter((neighbour) => !covered.has(neighbour)));
      records.push(record);
      if (records.length % BETWEEN_BREATHS === 0) await breath();
    }
    return records;
  }

  return {
    run: () => inTurn(runAll),
    stop: async () => {
      isStopped = true;
      await inTurn(async () => undefined);
    },
  };
}

/** Rules that part and join the same messages by turns must not go round for ever: what comes back waits for the next run. */
function hasComeBack(worked: Map<string, number>, id: string): boolean {
  const times = (worked.get(id) ?? 0) + 1;
  worked.set(id, times);
  return times > 3;
}

/** A thread that our rules trip over costs itself its status and no other thread its own. */
function recordOf({ members, isBeyond }: GatheredThread, id: string): ThreadRecord {
  // Older than all that its thread holds: it stands by itself.
  const kept = isBeyond ? members.filter(({ row }) => row.id === id) : members;
  try {
    return threadRecord(kept);
  } catch {
    return plainRecord(kept);
  }
}
