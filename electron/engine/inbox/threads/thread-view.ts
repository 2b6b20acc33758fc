import type { Thread, ThreadEntry } from '../../../../shared/thread.ts';
import { declarationStatus } from './declaration-status.ts';
import { lifeOf, tradeOf } from './life.ts';
import type { ThreadMember } from './thread-member.ts';
import { inOrder, type ThreadStep } from './thread-order.ts';

/** What belongs together as one story, newest first. The same for any order and any repetition of the members. */
export function threadView(members: readonly ThreadMember[]): Thread {
  const steps = inOrder(members);
  const life = lifeOf(steps);
  const mrn = firstOf(steps, mrnOf);
  const trade = life.steps.length === 0 ? null : tradeOf(mrn, life);
  return {
    status: declarationStatus(life, trade),
    mrn,
    // An amendment may come under an LRN of its own: that of the acceptance is the declaration's.
    lrn: firstOf(steps.filter(isAcceptance), lrnOf) ?? firstOf(steps, lrnOf),
    trade,
    entries: steps.map(entryOf).reverse(),
  };
}

export const mrnOf = ({ facts }: Pick<ThreadMember, 'facts'>): string | null =>
  facts.mrn ?? referenceOf(facts, 'mrn');

export const lrnOf = ({ facts }: Pick<ThreadMember, 'facts'>): string | null =>
  facts.lrn ?? referenceOf(facts, 'lrn');

const referenceOf = ({ references }: ThreadMember['facts'], name: string): string | null =>
  references.find(({ kind }) => kind === name)?.value ?? null;

function firstOf(steps: readonly ThreadStep[], read: (member: ThreadMember) => string | null): string | null {
  for (const { member } of steps) {
    const value = read(member);
    if (value !== null) return value;
  }
  return null;
}

const isAcceptance = ({ member }: ThreadStep): boolean => member.facts.functionCode === '01';

function entryOf({ member, ids, state }: ThreadStep): ThreadEntry {
  const { id, type, functionCode, statusCode, title, attention, outcome, issuedAt, receivedAt } = member.row;
  return {
    id,
    ids: [...ids],
    type,
    functionCode,
    statusCode,
    title,
    attention,
    outcome,
    issuedAt,
    receivedAt,
    state,
  };
}
