import type { Attention } from '../../../../shared/notification.ts';
import type { ThreadStatus } from '../../../../shared/thread.ts';
import type { MovementVerdict } from './movements/movement-rule.ts';
import { movementsOf } from './movements/movement-rules.ts';
import { paymentLife } from './payments/payment-life.ts';
import { timeOf } from './thread-member.ts';
import type { ThreadStep } from './thread-order.ts';

/** What a thread is of beside a declaration: a movement, or a payment, with what has become of it. */
export interface Affair {
  /** Its own events, oldest first: the verdict's places point into them. */
  readonly steps: readonly ThreadStep[];
  readonly verdict: MovementVerdict;
}

/** In the order in which they began; `steps` are all events of a thread, oldest first. */
export function affairsOf(steps: readonly ThreadStep[]): readonly Affair[] {
  const payments = steps.filter(({ member }) => member.facts.kind === 'payment');
  const payment = payments.length === 0 ? [] : [{ steps: payments, verdict: paymentLife(payments) }];
  return [...movementsOf(steps), ...payment];
}

/** Those of its events that still call for somebody, oldest first. */
export const callsOf = ({ steps, verdict }: Affair): readonly ThreadStep[] =>
  verdict.calls.flatMap((at) => steps[at] ?? []);

/** Those whose limit still counts. */
export const limitsOf = ({ steps, verdict }: Affair): readonly ThreadStep[] =>
  verdict.limits.flatMap((at) => steps[at] ?? []);

/** What has become of it, as a thread tells it. */
export function affairStatus(affair: Affair): ThreadStatus {
  const { steps, verdict } = affair;
  const decidedBy = steps[verdict.at];
  if (decidedBy === undefined) throw new Error(`the status ${verdict.code} rests on no message`);
  const { code, title, attention, notes } = verdict;
  const limits = limitsOf(affair).flatMap(({ member }) => member.facts.deadline ?? []);
  return {
    ...{ code, title, attention },
    since: timeOf(decidedBy.member),
    actionId: (callsOf(affair).at(-1) ?? watched(decidedBy, attention))?.member.row.id ?? null,
    deadline: [...limits].sort()[0] ?? null,
    notes: [...notes],
  };
}

/** A payment that only wants a look sends a person to the message that says what to look at. */
const watched = (step: ThreadStep, attention: Attention): ThreadStep | null =>
  attention === 'watch' && step.member.facts.kind === 'payment' ? step : null;
