import type { Thread, ThreadEntry } from '../../../../shared/thread.ts';
import { declarationStatus, standingLimits } from './declaration-status.ts';
import { movementStatus } from './movements/movement-status.ts';
import { storyOf } from './story.ts';
import type { ThreadMember } from './thread-member.ts';
import type { ThreadStep } from './thread-order.ts';

/**
 * What belongs together as one story, newest first. The same for any order and any repetition of the members. Only
 * what is kept of it, the notices of silence, the members cannot tell.
 */
export function threadView(members: readonly ThreadMember[]): Omit<Thread, 'quiet'> {
  const { steps, life, mrn, lrn, trade } = storyOf(members);
  const limits = standingLimits(life, trade);
  const isOpen = (step: ThreadStep) => limits.some(({ at }) => life.steps[at] === step);
  const entries = steps.map((step) => entryOf(step, isOpen(step))).reverse();
  return { status: declarationStatus(life, trade) ?? movementStatus(steps), mrn, lrn, trade, entries };
}

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
