import type { DeliveryStatus } from './contract.ts';

/** What becomes of a message on its way, from its creation on: `afterMs` counts from there and does not fall. */
export type DeliveryPlan = readonly {
  readonly status: DeliveryStatus;
  readonly afterMs: number;
}[];

/** Ready-made ways of a message, their times in milliseconds after it came to be. */
export const deliveries = {
  sentAtOnce: [{ status: 'SENT', afterMs: 0 }],
  neverTried: [{ status: 'PENDING', afterMs: 0 }],
  sent: (afterMs: number): DeliveryPlan => [
    { status: 'PENDING', afterMs: 0 },
    { status: 'SENT', afterMs },
  ],
  failed: (afterMs: number): DeliveryPlan => [
    { status: 'PENDING', afterMs: 0 },
    { status: 'FAILED', afterMs },
  ],
  /** Failed first, and sent by a later attempt. */
  redelivered: (failedAfterMs: number, sentAfterMs: number): DeliveryPlan => [
    { status: 'PENDING', afterMs: 0 },
    { status: 'FAILED', afterMs: failedAfterMs },
    { status: 'SENT', afterMs: sentAfterMs },
  ],
} as const satisfies Record<string, DeliveryPlan | ((...afterMs: never[]) => DeliveryPlan)>;

/** One step that was taken, or will be, in epoch milliseconds. */
export interface DeliveryStep {
  readonly status: DeliveryStatus;
  readonly at: number;
}

export const stepsOf = (plan: DeliveryPlan, createdAt: number): readonly DeliveryStep[] =>
  plan.map(({ status, afterMs }) => ({ status, at: createdAt + afterMs }));

/** The step that holds at `now`; a message is pending until its first. */
export function stepAt(steps: readonly DeliveryStep[], createdAt: number, now: number): DeliveryStep {
  return steps.filter(({ at }) => at <= now).at(-1) ?? { status: 'PENDING', at: createdAt };
}
