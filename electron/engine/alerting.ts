import type { Alert, EngineEvent } from '../../shared/engine-api.ts';
import { alertsDue } from './inbox/alert-rules.ts';
import type { Journal } from './journal.ts';
import type { InboxStore } from './store/store.ts';
import type { Clock } from './time/clock.ts';
import type { SignedInAccount } from '../../shared/accounts/account.ts';

export interface AlertingOptions {
  readonly store: InboxStore;
  readonly clock: Clock;
  readonly coalesce: boolean;
  readonly journal: Journal;
  readonly onEvent: (event: EngineEvent) => void;
}

/** A burst larger than this is swept in several rounds; each speaks for itself. */
const AT_ONCE = 500;

/**
 * Raises what must interrupt. Works from the store alone ("must be acted on, and no alert has spoken"), so that a
 * crash between a message and its alert only delays the alert.
 */
export function createAlerting({ store, clock, coalesce, journal, onEvent }: AlertingOptions) {
  const raise = ({ id, notifications, title, body }: Alert) =>
    onEvent({ event: 'alert', alert: { id, notifications: [...notifications], title, body } });

  return {
    /** Looks for what is due at one account and raises it. */
    sweep: async (account: SignedInAccount): Promise<void> => {
      const record = await store.accountRecord(account, clock.now());
      const since = account.addedAt === undefined ? record.firstSeenAt : Date.parse(account.addedAt);
      const rows = await store.unalerted(account.id, AT_ONCE);
      for (const draft of alertsDue(rows, { since, drainedAt: record.drainedAt, coalesce })) {
        const alert = await store.addAlert(draft, clock.now());
        if (alert === null) continue;
        journal({ event: 'alert', ...named(alert) });
        raise(toRaise(alert));
      }
    },
    /** Raises again what was never shown: the notification daemon was away, or the app closed first. */
    raisePending: async (): Promise<void> => {
      for (const alert of await store.pendingAlerts()) raise(toRaise(alert));
    },
  };
}

export type Alerting = ReturnType<typeof createAlerting>;

const toRaise = (
  alert: Omit<Alert, 'notifications'> & { readonly notifications: readonly string[] },
): Alert => ({
  id: alert.id,
  notifications: [...alert.notifications],
  title: alert.title,
  body: alert.body,
});

/** In the journal an alert bears the id of the newest notification that it speaks of. */
const named = (alert: {
  readonly notifications: readonly string[];
  readonly title: string;
  readonly body: string;
}) => ({
  id: alert.notifications[0] ?? '',
  notifications: alert.notifications,
  title: alert.title,
  body: alert.body,
});
