import type { Attention } from '../../../../../shared/notification.ts';
import type { ThreadStatusCode } from '../../../../../shared/thread.ts';
import type { ThreadStep } from '../thread-order.ts';

/** What has become of a movement, by all of its messages together. Places are indexes into the steps that were given. */
export interface MovementVerdict {
  readonly code: ThreadStatusCode;
  /** In words: the code's, or such as say it more closely. */
  readonly title: string;
  readonly attention: Attention;
  /** Place of the event that decides it. */
  readonly at: number;
  /** Places of the events that still call for somebody: every other `act` among them is settled. */
  readonly calls: readonly number[];
  /** Places of the events whose deadline still counts. */
  readonly limits: readonly number[];
  /** What else is so, in words; the most important first. */
  readonly notes: readonly string[];
}

/**
 * The rule of one family of movements. `steps` are the family's own events, oldest first, at least one. It reads
 * `facts.type`, `facts.statusCode` and `facts.outcome`, and answers the same for any repetition of the steps.
 */
export type MovementRule = (steps: readonly ThreadStep[]) => MovementVerdict;
