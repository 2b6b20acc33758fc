import type { ThreadStatus } from '../../../../../shared/thread.ts';
import { timeOf } from '../thread-member.ts';
import type { ThreadStep } from '../thread-order.ts';
import { movementOf } from './movement-rules.ts';

/** What has become of a movement, as a thread tells it; null where the thread is of none. */
export function movementStatus(all: readonly ThreadStep[]): ThreadStatus | null {
  const movement = movementOf(all);
  if (movement === null) return null;
  const { steps, verdict } = movement;
  const decidedBy = steps[verdict.at];
  if (decidedBy === undefined) throw new Error(`the status ${verdict.code} rests on no message`);
  const limits = verdict.limits.flatMap((at) => steps[at]?.member.facts.deadline ?? []);
  const { code, title, attention, notes } = verdict;
  return {
    ...{ code, title, attention },
    since: timeOf(decidedBy.member),
    actionId: steps[verdict.calls.at(-1) ?? -1]?.member.row.id ?? null,
    deadline: limits.sort()[0] ?? null,
    notes: [...notes],
  };
}
