import type { InboxStore } from '../../store/store.ts';
import { linksOf, mrnOf, valuesOf } from './links.ts';
import type { ThreadMember } from './thread-member.ts';
import { threadMembers } from './thread-members.ts';

/** No declaration lives through more; a reference that everything shares must not fill the memory. */
const MOST_MEMBERS = 500;
/** From a reference to its messages to their references, and so on: late joins take two or three. */
const MOST_STEPS = 10;
const VALUES_A_STEP = 100;

export type GatherStore = Pick<InboxStore, 'linked' | 'linkedNotifications'>;

/** A thread's notifications, and what was found beside them. */
export interface GatheredThread {
  /** The one that was asked for among them. */
  readonly members: readonly ThreadMember[];
  /** Ids without an MRN that share a reference and belong elsewhere: this thread may be why. */
  readonly neighbours: readonly string[];
  /** Whether more share its references than a thread holds, and it is not among the newest of them. */
  readonly isBeyond: boolean;
}

/**
 * What belongs together with a notification, gathered by its references; null where there is no such notification.
 * `known` holds notifications that were read before, and takes those that are read now. Rejects with a `StoreError`.
 */
export async function gatherThread(
  store: GatherStore,
  id: string,
  known = new Map<string, ThreadMember>(),
): Promise<GatheredThread | null> {
  const [first] = await read(store, [id], known);
  if (first === undefined) return null;
  const mrn = mrnOf(first);
  let found = await gather(store, first, mrn, known);
  let members = belonging(found, first, id);
  // Where it has come home to a declaration, what else is that declaration's is looked for from there.
  const home = mrn === null ? members.find((member) => mrnOf(member) !== null) : undefined;
  if (home !== undefined) {
    found = await gather(store, home, mrnOf(home), known);
    members = belonging(found, first, home.row.id);
  }
  const own = new Set(members.map(({ row }) => row.id));
  return {
    members,
    neighbours: found.flatMap((one) => (mrnOf(one) === null && !own.has(one.row.id) ? [one.row.id] : [])),
    isBeyond: found.length >= MOST_MEMBERS && found.every(({ row }) => row.id !== id),
  };
}

/**
 * All that may belong to `start`'s thread: what shares a reference, and what shares one with that, but not what
 * hangs on another declaration. The MRN is asked for first, so that an LRN which many share cannot crowd it out.
 */
async function gather(
  store: GatherStore,
  start: ThreadMember,
  mrn: string | null,
  known: Map<string, ThreadMember>,
): Promise<readonly ThreadMember[]> {
  const found = new Map<string, ThreadMember>();
  const asked = new Set<string>();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const own = [start, ...found.values()].filter((member) => [null, mrn].includes(mrnOf(member)));
    const values = step === 0 && mrn !== null ? [mrn] : own.flatMap(valuesOf);
    const next = [...new Set(values)].filter((value) => !asked.has(value)).slice(0, VALUES_A_STEP);
    if (next.length === 0) break;
    for (const value of next) asked.add(value);
    const ids = (await store.linked(next, MOST_MEMBERS)).filter((id) => !found.has(id));
    for (const member of await read(store, ids, known)) {
      found.set(member.row.id, member);
      if (found.size >= MOST_MEMBERS) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** In the order of the ids, without what is no more. */
async function read(
  store: GatherStore,
  ids: readonly string[],
  known: Map<string, ThreadMember>,
): Promise<readonly ThreadMember[]> {
  const unknown = ids.filter((id) => !known.has(id));
  const linked = unknown.length === 0 ? [] : await store.linkedNotifications(unknown);
  for (const member of linked) known.set(member.row.id, member);
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Of what was found what belongs with `id`, and `first` in any case. */
function belonging(found: readonly ThreadMember[], first: ThreadMember, id: string): readonly ThreadMember[] {
  const all = found.some(({ row }) => row.id === first.row.id)
    ? found
    : [first, ...found.slice(0, MOST_MEMBERS - 1)];
  const ids = new Set([first.row.id, ...threadMembers(all.map(linksOf), id)]);
  return all.filter(({ row }) => ids.has(row.id));
}
