import type { ThreadStatusCode } from '../../../../../shared/thread.ts';
import type { MovementRule } from '../movements/movement-rule.ts';
import type { ThreadStep } from '../thread-order.ts';
import { isPaymentSettled } from './settles-payment.ts';

/**
 * What has become of a payment, a payout or a dispute: what must be acted on stands until a later message settles it,
 * and then the latest message says how it stands. The words are the deciding message's own.
 */
export const paymentLife: MovementRule = (steps) => {
  const calls = steps.flatMap((step, at) => (isOpen(step, steps.slice(at + 1)) ? [at] : []));
  const at = calls.at(-1) ?? steps.length - 1;
  const decisive = steps[at];
  if (decisive === undefined) throw new Error('a payment has at least one message');
  const { title, attention } = decisive.member.facts;
  return {
    code: calls.length > 0 ? 'payment-open' : codeOf(decisive),
    title,
    attention: calls.length === 0 && attention === 'act' ? 'info' : attention,
    at,
    calls,
    limits: calls,
    notes: otherTitles(steps, calls.slice(0, -1), title),
  };
};

const isOpen = (step: ThreadStep, later: readonly ThreadStep[]): boolean =>
  step.member.facts.attention === 'act' && !later.some((one) => isPaymentSettled(step.member, one.member));

const codeOf = ({ member }: ThreadStep): ThreadStatusCode =>
  MADE.has(member.facts.outcome) ? 'payment-made' : 'payment-updated';

const MADE: ReadonlySet<string> = new Set(['approved', 'settled', 'released']);

/** What else waits, the latest first. */
function otherTitles(steps: readonly ThreadStep[], places: readonly number[], title: string): string[] {
  const titles = places.flatMap((place) => steps[place]?.member.facts.title ?? []).reverse();
  return [...new Set(titles)].filter((other) => other !== title);
}
