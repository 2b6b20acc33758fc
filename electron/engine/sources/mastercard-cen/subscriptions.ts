import { z } from 'zod';
import { failure, type Failure, type Reason } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { SourceContext } from '../source.ts';
import type { SignedCall } from './signed-call.ts';

/**
 * How many subscriptions are active; null where the list was cut short before one came. Without an active one nothing
 * ever arrives.
 */
export async function countActive(
  context: SourceContext,
  call: SignedCall,
): Promise<Result<number | null, Failure>> {
  const query = { offset: '0', limit: String(MOST_LISTED) };
  const answer = await call(context, { kind: 'message', path: '/subscriptions', query });
  if (!answer.ok) return answer;
  const listed = subscriptionsSchema.safeParse(parsed(answer.value.body));
  if (!listed.success) {
    const detail = 'not a list of subscriptions';
    return failed(failure('unexpected-answer', { status: answer.value.status, detail }));
  }
  const active = listed.data.filter((one) => one.active).length;
  return ok(active === 0 && listed.data.length >= MOST_LISTED ? null : active);
}

/** Looks at the subscriptions once at the start, and once a day. What it finds serves a notice, and nothing else. */
export interface SubscriptionCheck {
  /**
   * Looks where it is time to, or `atOnce`. Resolves with a failure only where the round had better end with it; the
   * next round goes on without it, unless it is the credentials' or the clock's.
   */
  look(context: SourceContext, call: SignedCall, atOnce: boolean): Promise<Failure | null>;
  /** How many were active; null where nobody knows. */
  active(): number | null;
}

export function createSubscriptionCheck(): SubscriptionCheck {
  let active: number | null = null;
  let dueAt = -Infinity;
  let isSilent = false;
  return {
    active: () => active,
    look: async (context, call, atOnce) => {
      // Asked again at once, an address that did not answer would hold up every round.
      if (context.clock.uptime() < dueAt && (isSilent || !atOnce)) return null;
      const count = await countActive(context, call);
      if (!count.ok && ENDS_ALL.has(count.failure.reason)) return count.failure;
      active = count.ok ? count.value : null;
      isSilent = !count.ok && count.failure.status === null;
      dueAt = context.clock.uptime() + (count.ok ? DAY_MS : isSilent ? SILENT_MS : HOUR_MS);
      return !count.ok && count.failure.reason === 'rate-limited' ? count.failure : null;
    },
  };
}

const MOST_LISTED = 100;
const SILENT_MS = 900_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** No call would fare better. Of all else, such as a key that may not list subscriptions, the list tells by itself. */
const ENDS_ALL: ReadonlySet<Reason> = new Set<Reason>(['key-refused', 'clock-wrong', 'cancelled']);

const subscriptionsSchema = z.array(
  z.object({ active: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false) }).catch({
    active: false,
  }),
);

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
