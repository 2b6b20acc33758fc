import type { NotificationRow } from '../../../shared/notification.ts';
import { subjectInThread } from '../../../shared/subject.ts';
import { StoreError, type InboxStore } from '../store/store.ts';
import type { Caller } from './alert-rules.ts';
import { urgencyOf } from './alert-urgency.ts';
import { breath } from './breath.ts';
import { callingIds } from './threads/calling.ts';
import { gatherThread, type GatherStore } from './threads/gather-thread.ts';
import { storyOf, type Story } from './threads/story.ts';
import type { ThreadStep } from './threads/thread-order.ts';

type CallerStore = GatherStore & Pick<InboxStore, 'notification' | 'unalerted'>;

/** What became of notifications that must be acted on and of which no alert has spoken. */
export interface Weighed {
  readonly callers: readonly Caller[];
  /** Ids of which no alert is due any more, with the reason in words. */
  readonly settled: ReadonlyMap<string, string>;
}

/** Why an alert is not due, for the history of a notification. */
const SETTLED = 'another message has settled it';
const COPIED = 'an alert was due for another copy of it';

/** More than a day's first backlog: what is withheld as backfill must not hide what is due behind it. */
export const MOST_UNALERTED = 10_000;
/** Others are answered after so many threads. */
const BETWEEN_BREATHS = 10;

/**
 * Asks the thread of each row whether it still calls. `rows` are unalerted ones of one account, oldest first; `now` is
 * epoch milliseconds. A row of something without a life calls by itself, and so does one whose thread cannot be worked
 * out. Rejects with a `StoreError`.
 */
export async function weigh(
  store: CallerStore,
  rows: readonly NotificationRow[],
  now: number,
): Promise<Weighed> {
  const callers: Caller[] = [];
  const settled = new Map<string, string>();
  const threads = new Map<string, WorkedOut>();
  const spoken = createSpoken(store);
  const told = new Set<string>();
  let gathered = 0;
  for (const row of rows) {
    if (told.has(row.id)) continue;
    const thread = threads.get(row.id) ?? (await workOutNext(row));
    if (thread === null) {
      callers.push(byItself(row, now));
      continue;
    }
    const step = thread.steps.get(row.id);
    if (step === undefined || !thread.calling.has(row.id)) settled.set(row.id, SETTLED);
    else if (await spoken.ofCopies(step, row)) settled.set(row.id, COPIED);
    else {
      callers.push(callerOf(row, thread.story, step, now));
      for (const id of step.ids) told.add(id);
    }
  }
  return { callers, settled };

  /** One gathering answers for all rows of a thread. */
  async function workOutNext(row: NotificationRow): Promise<WorkedOut | null> {
    if ((gathered += 1) % BETWEEN_BREATHS === 0) await breath();
    const thread = await workOut(store, row);
    for (const id of thread?.steps.keys() ?? []) if (thread !== null) threads.set(id, thread);
    return thread;
  }
}

/** Whether a notification that must be acted on still calls. */
export async function stillCalls(store: CallerStore, row: NotificationRow): Promise<boolean> {
  const thread = await workOut(store, row);
  return thread === null || thread.calling.has(row.id);
}

interface WorkedOut {
  readonly story: Story;
  readonly calling: ReadonlySet<string>;
  /** The event of each notification. */
  readonly steps: ReadonlyMap<string, ThreadStep>;
}

/** Null where no answer is to be had: then the notification speaks for itself. */
async function workOut(store: CallerStore, row: NotificationRow): Promise<WorkedOut | null> {
  try {
    const gathered = await gatherThread(store, row.id);
    if (gathered === null) return null;
    const story = storyOf(gathered.members);
    const steps = new Map(story.steps.flatMap((step) => step.ids.map((id) => [id, step] as const)));
    return steps.has(row.id) ? { story, steps, calling: callingIds(story) } : null;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    return null;
  }
}

/** A copy that is not among the unalerted ones of its account has spoken, or a person was quicker. */
function createSpoken(store: CallerStore) {
  const silent = new Map<string, ReadonlySet<string>>();

  async function silentAt(account: string): Promise<ReadonlySet<string>> {
    const known = silent.get(account);
    if (known !== undefined) return known;
    const found = new Set((await store.unalerted(account, MOST_UNALERTED)).map(({ id }) => id));
    silent.set(account, found);
    return found;
  }

  return {
    ofCopies: async ({ ids }: ThreadStep, row: NotificationRow): Promise<boolean> => {
      for (const id of ids) {
        if (id === row.id) continue;
        const copy = await store.notification(id);
        if (copy === null || copy.attention !== 'act') continue;
        if (!(await silentAt(copy.account)).has(id)) return true;
      }
      return false;
    },
  };
}

const byItself = (row: NotificationRow, now: number): Caller => ({
  row,
  ids: [row.id],
  subject: row.subject,
  urgency: urgencyOf(row, null, now),
});

const callerOf = (row: NotificationRow, story: Story, step: ThreadStep, now: number): Caller => ({
  row,
  ids: step.ids,
  subject: subjectInThread(row, story),
  urgency: urgencyOf(row, step.member.facts.deadline, now),
});
