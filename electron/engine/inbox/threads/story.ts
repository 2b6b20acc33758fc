import type { Trade } from '../../../../shared/thread.ts';
import { affairsOf, type Affair } from './affair.ts';
import { lifeOf, tradeOf, type Life } from './life.ts';
import { lrnOf, mrnOf } from './links.ts';
import type { ThreadMember } from './thread-member.ts';
import { inOrder, type ThreadStep } from './thread-order.ts';

/** A thread's members read as one story. */
export interface Story {
  /** All events, oldest first. */
  readonly steps: readonly ThreadStep[];
  /** Those of the declaration alone. */
  readonly life: Life;
  /** Those of movements and payments, each with what has become of it. */
  readonly affairs: readonly Affair[];
  readonly mrn: string | null;
  readonly lrn: string | null;
  readonly trade: Trade | null;
}

/** The same for any order and any repetition of the members. */
export function storyOf(members: readonly ThreadMember[]): Story {
  const steps = inOrder(members);
  const life = lifeOf(steps);
  const mrn = firstOf(steps, mrnOf);
  return {
    steps,
    life,
    affairs: affairsOf(steps),
    mrn,
    // An amendment may come under an LRN of its own: that of the acceptance is the declaration's.
    lrn: firstOf(steps.filter(isAcceptance), lrnOf) ?? firstOf(steps, lrnOf),
    trade: life.steps.length === 0 ? null : tradeOf(mrn, life),
  };
}

function firstOf(steps: readonly ThreadStep[], read: (member: ThreadMember) => string | null): string | null {
  for (const { member } of steps) {
    const value = read(member);
    if (value !== null) return value;
  }
  return null;
}

const isAcceptance = ({ member: { facts } }: ThreadStep): boolean =>
  facts.kind === 'dms' && facts.functionCode === '01';
