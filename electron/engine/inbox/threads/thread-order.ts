import type { TriageState } from '../../../../shared/notification.ts';
import { timeOf, versionOf, type ThreadMember } from './thread-member.ts';

/** One event of a thread: a message with every copy of it. */
export interface ThreadStep {
  readonly member: ThreadMember;
  /** Notification ids of all copies, the one that stands for them first. */
  readonly ids: readonly string[];
  /** New as long as one copy is. */
  readonly state: TriageState;
}

/**
 * The members as events, oldest first. The same whatever order they are given in: by time of issue (a second is
 * all that CDS resolves), then by the order in which CDS works within a second, then by the declaration's version,
 * then by the message's own id.
 */
export function inOrder(members: readonly ThreadMember[]): readonly ThreadStep[] {
  const copies = new Map<string, ThreadMember[]>();
  const wholes = wholesOf(members);
  for (const member of members) {
    const key = wholeOf(member, wholes) ?? identityOf(member);
    copies.set(key, [...(copies.get(key) ?? []), member]);
  }
  return [...copies.values()].map(stepOf).sort((a, b) => compare(a.member, b.member));
}

function stepOf(copies: readonly ThreadMember[]): ThreadStep {
  const sorted = [...new Map(copies.map((copy) => [copy.row.id, copy])).values()].sort(
    (a, b) => Number(isUnread(a)) - Number(isUnread(b)) || byArrival(a, b),
  );
  const [member] = sorted;
  if (member === undefined) throw new Error('an event has at least one message');
  const states = new Set(sorted.map(({ row }) => row.state));
  return {
    member,
    ids: sorted.map(({ row }) => row.id),
    state: STATES.find((state) => states.has(state)) ?? member.row.state,
  };
}

/** A copy that came whole stands for one that came damaged. */
const isUnread = ({ facts }: ThreadMember): boolean => facts.kind === 'unrecognised';

const STATES = ['new', 'snoozed', 'acknowledged'] as const satisfies readonly TriageState[];

/**
 * The same for copies only. The sender's id alone is not trusted: a sender that repeats it for another event
 * must not make that event vanish.
 */
const identityOf = (member: ThreadMember): string =>
  JSON.stringify([beginningOf(member), member.facts.statusCode, member.facts.version]);

/** What stands in a message before its status and version. */
function beginningOf({ row, facts, remoteId }: ThreadMember): string {
  const own = facts.messageId === null ? ['remote', remoteId ?? row.id] : ['message', facts.messageId];
  return JSON.stringify([...own, facts.functionCode ?? facts.type, facts.issuedAt]);
}

/** The messages that came whole, by how they begin, one of each identity. */
function wholesOf(members: readonly ThreadMember[]): ReadonlyMap<string, readonly ThreadMember[]> {
  const each = new Map(
    members.flatMap((member) => (isUnread(member) ? [] : [[identityOf(member), member] as const])),
  );
  const wholes = new Map<string, ThreadMember[]>();
  for (const member of each.values()) {
    const beginning = beginningOf(member);
    wholes.set(beginning, [...(wholes.get(beginning) ?? []), member]);
  }
  return wholes;
}

/**
 * The identity of the one whole message of which this is a damaged copy, as far as it was read; null where there is none
 * or more than one.
 */
function wholeOf(member: ThreadMember, wholes: ReadonlyMap<string, readonly ThreadMember[]>): string | null {
  if (!isUnread(member)) return null;
  const { statusCode, version } = member.facts;
  const [whole, another] = (wholes.get(beginningOf(member)) ?? []).filter(
    ({ facts }) =>
      (statusCode === null || statusCode === facts.statusCode) &&
      (version === null || version === facts.version),
  );
  return whole === undefined || another !== undefined ? null : identityOf(whole);
}

function compare(a: ThreadMember, b: ThreadMember): number {
  return (
    byText(timeOf(a), timeOf(b)) ||
    rankOf(a) - rankOf(b) ||
    (versionOf(a) ?? 0) - (versionOf(b) ?? 0) ||
    byText(identityOf(a), identityOf(b)) ||
    byArrival(a, b)
  );
}

const byArrival = (a: ThreadMember, b: ThreadMember): number =>
  byText(a.row.receivedAt, b.row.receivedAt) || Number(a.row.id) - Number(b.row.id);

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Lower comes first within a second. */
function rankOf({ facts }: ThreadMember): number {
  const code = facts.functionCode ?? '';
  const rank = RANKS.indexOf(code === '13' ? `13/${facts.statusCode ?? ''}` : code);
  if (rank >= 0) return rank;
  return code === '13' ? RANKS.indexOf('13/67') : RANKS.length;
}

/**
 * Function code, with the status of a 13. The order that makes sense of the published life-cycles, where most
 * messages share their second with another; 52, 15, 17 and 18 are put beside what they are like.
 */
const RANKS: readonly string[] = [
  '02',
  '11',
  '03',
  '10',
  '01',
  '13/67',
  '05',
  '06',
  '50',
  '51',
  '52',
  '13/115',
  '08',
  '13/4',
  '14',
  '15',
  '07',
  '09',
  '18',
  '16',
  '17',
];
