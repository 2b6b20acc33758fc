import type { Thread } from '../../shared/thread.ts';
import type { ThreadMember } from './inbox/threads/thread-member.ts';
import { threadMembers, type ThreadLinks } from './inbox/threads/thread-members.ts';
import { lrnOf, mrnOf, threadView } from './inbox/threads/thread-view.ts';
import type { InboxStore } from './store/store.ts';

/** No declaration lives through more; a reference that everything shares must not fill the memory. */
const MOST_MEMBERS = 500;
/** From a reference to its messages to their references, and so on: late joins take two or three. */
const MOST_STEPS = 10;
const VALUES_A_STEP = 100;

type ThreadStore = Pick<InboxStore, 'notification' | 'stream'>;

/** The thread of a notification, gathered by its references; null where there is no such notification. */
export async function threadOf(store: ThreadStore, id: string): Promise<Thread | null> {
  const start = await store.notification(id);
  if (start === null) return null;
  const first: Gathered = { row: start, facts: start.facts };
  let mrn = mrnOf(first);
  let members = belonging(await gather(store, first, mrn), id);
  if (mrn === null) {
    // It has come home to a declaration: what else is that declaration's is looked for from there.
    const home = members.find((member) => mrnOf(member) !== null);
    mrn = home === undefined ? null : mrnOf(home);
    if (home !== undefined) members = belonging(await gather(store, home, mrn), home.row.id);
    if (members.every(({ row }) => row.id !== id)) members = [...members, first];
  }
  return threadView(await Promise.all(members.map((member) => withRemoteId(store, member))));
}

type Gathered = Pick<ThreadMember, 'row' | 'facts'>;

/**
 * All that may belong to `start`'s thread: what shares a reference, and what shares one with that, but not what
 * hangs on another declaration. The MRN is asked for first, so that an LRN which many share cannot crowd it out.
 */
async function gather(store: ThreadStore, start: Gathered, mrn: string | null): Promise<readonly Gathered[]> {
  const found = new Map([[start.row.id, start]]);
  const asked = new Set<string>();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const known = [...found.values()].filter((member) => [null, mrn].includes(mrnOf(member)));
    const values = step === 0 && mrn !== null ? [mrn] : known.flatMap(valuesOf);
    const next = [...new Set(values)].filter((value) => !asked.has(value)).slice(0, VALUES_A_STEP);
    if (next.length === 0) break;
    for (const value of next) asked.add(value);
    for await (const { row, facts } of store.stream({ references: next })) {
      found.set(row.id, { row, facts });
      if (found.size >= MOST_MEMBERS) return [...found.values()];
    }
  }
  return [...found.values()];
}

function belonging(found: readonly Gathered[], id: string): readonly Gathered[] {
  const ids = new Set(threadMembers(found.map(linksOf), id));
  return found.filter(({ row }) => ids.has(row.id));
}

function valuesOf(member: Gathered): readonly string[] {
  const { mrn, lrn, conversation } = linksOf(member);
  const known = [mrn, lrn, conversation, ...movementsOf(member).map(({ value }) => value)];
  return known.filter((value) => value !== null);
}

const linksOf = (member: Gathered): ThreadLinks => ({
  id: member.row.id,
  account: member.row.account,
  mrn: mrnOf(member),
  lrn: lrnOf(member),
  conversation: member.facts.conversationId,
  movements: movementsOf(member).map(({ kind, value }) => `${kind} ${value}`),
});

const movementsOf = ({ facts }: Gathered) => facts.references.filter(({ kind }) => MOVEMENTS.has(kind));

/** References that name one movement. A DUCR or MUCR may cover many declarations, so neither makes a thread. */
const MOVEMENTS: ReadonlySet<string> = new Set(['departure', 'arrival', 'movement', 'arc', 'gmr']);

/** Only where the sender gave the message no id of its own is the source's id needed to know a copy. */
async function withRemoteId(store: ThreadStore, member: Gathered): Promise<ThreadMember> {
  if (member.facts.messageId !== null) return { ...member, remoteId: null };
  const detail = await store.notification(member.row.id);
  return { ...member, remoteId: detail?.remoteId ?? null };
}
