import type { Thread, ThreadEntry } from '../../../../shared/thread.ts';
import { limitsOf } from './affair.ts';
import { standingLimits } from './declaration-status.ts';
import { storyStatus } from './story-status.ts';
import { storyOf } from './story.ts';
import type { ThreadMember } from './thread-member.ts';
import type { ThreadStep } from './thread-order.ts';

/**
 * What belongs together as one story, newest first. The same for any order and any repetition of the members. Only
 * what is kept of it, the notices of silence, the members cannot tell.
 */
export function threadView(members: readonly ThreadMember[]): Omit<Thread, 'quiet'> {
  const story = storyOf(members);
  const { steps, life, affairs, mrn, lrn, trade } = story;
  const limiting = new Set([
    ...standingLimits(life, trade).flatMap(({ at }) => life.steps[at] ?? []),
    ...affairs.flatMap(limitsOf),
  ]);
  const entries = steps.map((step) => entryOf(step, isLimited(step) && limiting.has(step))).reverse();
  return { status: storyStatus(story), mrn, lrn, trade, entries };
}

const isLimited = ({ member }: ThreadStep): boolean => member.facts.deadline !== null;

function entryOf({ member, ids, state }: ThreadStep, isDeadlineOpen: boolean): ThreadEntry {
  const { id, type, functionCode, statusCode, title, attention, outcome, issuedAt, receivedAt } = member.row;
  const { kind, meaning, nextStep, version, conversationId, errors, payments, amendments, details } =
    member.facts;
  return {
    id,
    ids: [...ids],
    ...{ type, functionCode, statusCode, title, attention, outcome, issuedAt, receivedAt, state },
    ...{ kind, meaning, nextStep, version, conversationId, errors, payments, amendments, details },
    deadline: member.facts.deadline,
    isDeadlineOpen,
    problems: member.facts.problems,
  };
}
