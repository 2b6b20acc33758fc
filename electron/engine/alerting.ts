import type { SignedInAccount } from '../../shared/accounts/account.ts';
import type { Alert, EngineEvent } from '../../shared/engine-api.ts';
import { alertsDue } from './inbox/alert-rules.ts';
import type { Journal } from './journal.ts';
import type { InboxStore, StoredAlert } from './store/store.ts';
import type { Clock } from './time/clock.ts';

export interface AlertingOptions {
  readonly store: InboxStore;
  readonly clock: Clock;
  /** `screen`: coalesced, and due until they were shown; `journal`: one for each notification, done once reported. */
  readonly goTo: 'screen' | 'journal';
  readonly journal: Journal;
  readonly onEvent: (event: EngineEvent) => void;
}

/** More than a day's first backlog: what is withheld as backfill must not hide what is due behind it. */
const AT_ONCE = 10_000;

/**
 * Raises what must interrupt. Works from the store alone ("must be acted on, and no alert has spoken"), so that a
 * crash between a message and its alert only delays the alert.
 */
export function createAlerting({ store, clock, goTo, journal, onEvent }: AlertingOptions) {
  const raise = (alert: StoredAlert) => onEvent({ event: 'alert', alert: spoken(alert) });

  async function isStillNew({ notifications }: StoredAlert): Promise<boolean> {
    for (const id of notifications) {
      if ((await store.notification(id))?.state === 'new') return true;
    }
    return false;
  }

  return {
    /** Looks for what is due at one account and raises it. */
    sweep: async (account: SignedInAccount): Promise<void> => {
      const record = await store.accountRecord(account, clock.now());
      const since = account.addedAt === undefined ? record.firstSeenAt : Date.parse(account.addedAt);
      const rows = await store.unalerted(account.id, AT_ONCE);
      for (const draft of alertsDue(rows, {
        since,
        drainedAt: record.drainedAt,
        coalesce: goTo === 'screen',
      })) {
        const alert = await store.addAlert(draft, clock.now());
        if (alert === null) continue;
        // In the journal an alert bears the id of the newest notification that it speaks of.
        journal({ event: 'alert', ...spoken(alert), id: alert.notifications[0] ?? '' });
        if (goTo === 'screen') raise(alert);
        else await store.alertOutcome(alert.id, 'shown', 'reported by quayside collect', clock.now());
      }
    },
    /** Raises again what was never shown: the notification daemon was away, or the app closed first. */
    raisePending: async (): Promise<void> => {
      for (const alert of await store.pendingAlerts()) {
        if (await isStillNew(alert)) raise(alert);
        else await store.alertOutcome(alert.id, 'not-shown', 'handled before it could be shown', clock.now());
      }
    },
  };
}

export type Alerting = ReturnType<typeof createAlerting>;

/** The alert without what only the store needs of it. */
const spoken = ({ id, notifications, title, body }: StoredAlert): Alert => ({
  id,
  notifications: [...notifications],
  title,
  body,
});
