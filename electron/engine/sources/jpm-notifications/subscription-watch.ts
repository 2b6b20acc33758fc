import { memberOf, objectOf, textOf } from '../../decode/jpm/members.ts';
import type { SourceContext } from '../source.ts';
import { readErrorBody } from './error-body.ts';
import type { JpmApi } from './jpm-api.ts';

/** Looks once at the start and then daily whether anything is subscribed to: without that nothing ever comes. */
export interface SubscriptionWatch {
  /** One call where it is due. What it cannot learn changes nothing. */
  look(context: SourceContext): Promise<void>;
  /** True once it is known that nothing is. */
  isNothingSubscribed(): boolean;
}

export function createSubscriptionWatch(api: JpmApi): SubscriptionWatch {
  let dueAt = -Infinity;
  let isNothing = false;

  return {
    isNothingSubscribed: () => isNothing,
    look: async (context) => {
      const uptime = context.clock.uptime();
      if (uptime < dueAt) return;
      const answer = await api.get(context, {
        kind: 'message',
        path: '/subscriptions',
        accepts: (response) => response.status === 404 && readErrorBody(response.body).form === 'messages',
      });
      const active = !answer.ok ? null : answer.value.status === 404 ? 0 : activeIn(answer.value.body);
      dueAt = uptime + (active === null ? AGAIN_MS : DAILY_MS);
      if (active !== null) isNothing = active === 0;
    },
  };
}

const DAILY_MS = 86_400_000;
const AGAIN_MS = 3_600_000;

/** How many subscriptions are active; null where the answer does not tell. Those without a status count. */
function activeIn(body: Uint8Array): number | null {
  const list = memberOf(objectOf(parsed(body)) ?? {}, 'subscriptionGetResponses');
  if (!Array.isArray(list)) return null;
  return list.filter((entry: unknown) => {
    const members = objectOf(entry) ?? {};
    const status = textOf(members['subscriptionStatus']) ?? textOf(members['status']);
    return status === null || /^ACTIV/i.test(status);
  }).length;
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
