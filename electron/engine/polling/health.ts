import type { Failure, Reason } from '../../../shared/failure.ts';
import { reasonTexts } from '../../../shared/reasons.ts';
import { assertNever } from '../../../shared/result.ts';
import type { HealthState } from '../../../shared/status.ts';

/** How the polling of one account is doing, for a person: every instant is epoch milliseconds. */
export interface Health {
  readonly state: HealthState;
  /** Since when in this state. */
  readonly since: number;
  /** What went wrong last; null once all is well. */
  readonly failure: Failure | null;
  /** When a back-off ends; null where none runs. */
  readonly until: number | null;
  /** When the next list call may start; null where none is planned. */
  readonly nextSlotAt: number | null;
  /** The last time that the source answered a list call in a round that went well. */
  readonly checkedAt: number | null;
}

export type HealthEvent =
  | { readonly is: 'checked'; readonly at: number }
  /** `until`: when it is tried again, where waiting can mend it. */
  | { readonly is: 'failed'; readonly failure: Failure; readonly until: number }
  /** A back-off is over, or was ended by waking, reconnecting or a person. */
  | { readonly is: 'trying' };

/** The health of an account that nobody has polled yet. */
export const startingHealth = (now: number, checkedAt: number | null): Health => ({
  state: 'starting',
  since: now,
  failure: null,
  until: null,
  nextSlotAt: null,
  checkedAt,
});

/** The health of an account that a person has paused. */
export const pausedHealth = (now: number, checkedAt: number | null): Health => ({
  ...startingHealth(now, checkedAt),
  state: 'paused',
});

/** What follows from an event at `now`. `nextSlotAt` is the limiter's to tell and is left as it was. */
export function nextHealth(health: Health, event: HealthEvent, now: number): Health {
  switch (event.is) {
    case 'checked':
      return { ...entered(health, 'polling', now), failure: null, until: null, checkedAt: event.at };
    case 'failed': {
      const { failure } = event;
      const changed = entered(health, stateOfReason[failure.reason], now);
      if (!mayRetry(failure)) return { ...changed, failure, until: null, nextSlotAt: null };
      return { ...changed, failure, until: event.until };
    }
    case 'trying':
      return { ...health, until: null };
    default:
      return assertNever(event);
  }
}

/**
 * The health of an account that may not call until `until` because the source was asked under the same limits and wants
 * to be left alone. An account that was told so itself has a failure that says more.
 */
export function heldHealth(
  health: Health,
  held: { readonly failure: Failure; readonly until: number },
): Health {
  const isOwn = (health.failure?.retryAfterMs ?? null) !== null;
  return {
    ...health,
    state: 'backing-off',
    failure: isOwn ? health.failure : held.failure,
    until: Math.max(held.until, health.until ?? 0),
  };
}

/** Whether waiting can mend it; if not, polling stops until the account is changed. */
export const mayRetry = (failure: Failure): boolean => reasonTexts[failure.reason].recovery === 'retry';

/** Which state each reason puts an account in: the first two go on by themselves, the others wait for a person. */
export const stateOfReason: Readonly<
  Record<Reason, Extract<HealthState, 'backing-off' | 'offline' | 'signed-out' | 'misconfigured'>>
> = {
  'network-unreachable': 'offline',
  'broken-off': 'backing-off',
  'timed-out': 'backing-off',
  'tls-failed': 'backing-off',
  'certificate-unknown': 'backing-off',
  'ca-file-unusable': 'backing-off',
  'proxy-unreachable': 'offline',
  'proxy-refused': 'backing-off',
  'proxy-sign-in': 'backing-off',
  'proxy-credentials-refused': 'misconfigured',
  'proxy-unusable': 'backing-off',
  'policy-unusable': 'backing-off',
  'rate-limited': 'backing-off',
  'asked-to-wait': 'backing-off',
  'server-error': 'backing-off',
  maintenance: 'backing-off',
  'unexpected-answer': 'backing-off',
  'message-gone': 'backing-off',
  'store-full': 'backing-off',
  'store-locked': 'backing-off',
  'engine-stopped': 'backing-off',
  'credentials-refused': 'signed-out',
  'token-refused': 'signed-out',
  'secret-missing': 'signed-out',
  'key-unusable': 'signed-out',
  'key-refused': 'signed-out',
  'clock-wrong': 'misconfigured',
  'not-entitled': 'misconfigured',
  'scope-missing': 'misconfigured',
  'not-subscribed': 'misconfigured',
  'https-required': 'misconfigured',
  'firewall-rejected': 'misconfigured',
  'box-not-yours': 'misconfigured',
  'box-not-found': 'misconfigured',
  'endpoint-not-found': 'misconfigured',
  'request-refused': 'misconfigured',
  'config-invalid': 'misconfigured',
  'store-corrupt': 'misconfigured',
  'card-key-damaged': 'misconfigured',
  'payload-damaged': 'misconfigured',
  'store-newer': 'misconfigured',
  'store-unwritable': 'misconfigured',
  'store-gone': 'backing-off',
  'file-unwritable': 'misconfigured',
  'invalid-input': 'misconfigured',
  'not-found': 'misconfigured',
  'not-supported': 'misconfigured',
  'already-sent': 'misconfigured',
  cancelled: 'misconfigured',
};

function entered(health: Health, state: HealthState, now: number): Health {
  return state === health.state ? health : { ...health, state, since: now };
}
