import type { SignedInAccount } from '../../shared/accounts/account.ts';
import type { Alert, EngineEvent } from '../../shared/engine-api.ts';
import { alertsDue, isWithheld } from './inbox/alert-rules.ts';
import { alertScope, type AlertScope } from './inbox/alert-scope.ts';
import { isHeldByBacklog } from './inbox/backlog-hold.ts';
import { MOST_UNALERTED, stillCalls, weigh } from './inbox/callers.ts';
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

/**
 * Raises what must interrupt. Works from the store alone ("must be acted on, and no alert has spoken"), so that a
 * crash between a message and its alert only delays the alert.
 */
export function createAlerting({ store, clock, goTo, journal, onEvent }: AlertingOptions) {
  const raise = (alert: StoredAlert) => onEvent({ event: 'alert', alert: spoken(alert) });

  /** Reports a kept alert; one for the screen stays due until the screen has answered. */
  async function say(alert: StoredAlert): Promise<void> {
    // In the journal an alert bears the id of the newest notification, or of the account, that it speaks of.
    journal({ event: 'alert', ...spoken(alert), id: alert.notifications[0] ?? alert.accounts[0] ?? '' });
    if (goTo === 'screen') raise(alert);
    else await store.alertOutcome(alert.id, 'shown', 'reported by quayside collect', clock.now());
  }

  async function settle(settled: ReadonlyMap<string, string>): Promise<void> {
    for (const why of new Set(settled.values())) {
      const ids = [...settled].flatMap(([id, reason]) => (reason === why ? [id] : []));
      await store.settleAlerts(ids, why, clock.now());
    }
  }

  async function isStillDue({ id: alert, notifications, accounts }: StoredAlert): Promise<boolean> {
    if (accounts.length > 0) {
      // That all is well again is due until something else is the matter.
      const troubles = await store.accountTroubles();
      const isTold = troubles.some((trouble) => trouble.alert === alert);
      return isTold || !troubles.some(({ account }) => accounts.includes(account));
    }
    for (const id of notifications) {
      const found = await store.notification(id);
      if (found?.state === 'new' && found.attention === 'act' && (await stillCalls(store, found)))
        return true;
      // A reminder is of its thread, whatever was done with the notification.
      if ((await store.quietOf(id)).length > 0) return true;
    }
    return false;
  }

  return {
    say,
    /**
     * Looks for what is due at one account and raises it. `backlog`: messages are known to wait upstream, and one of
     * them may settle what has only just come.
     */
    sweep: async (account: SignedInAccount, { backlog = false } = {}): Promise<void> => {
      const scope: AlertScope = {
        ...(await alertScope(store, account, clock.now())),
        coalesce: goTo === 'screen',
      };
      const rows = await store.unalerted(account.id, MOST_UNALERTED);
      const due = rows.filter(
        (row) => !isWithheld(row, scope) && !(backlog && isHeldByBacklog(row, clock.now())),
      );
      const { callers, settled } = await weigh(store, due, clock.now());
      for (const draft of alertsDue(callers, scope)) {
        const alert = await store.addAlert(draft, clock.now());
        if (alert !== null) await say(alert);
      }
      await settle(settled);
    },
    /** Raises again what was never shown: the notification daemon was away, or this program ended first. */
    raisePending: async (): Promise<void> => {
      for (const alert of await store.pendingAlerts()) {
        const isDue = await isStillDue(alert);
        if (isDue && goTo === 'screen') raise(alert);
        else if (isDue) await say(alert);
        else await store.alertOutcome(alert.id, 'not-shown', 'settled before it could be shown', clock.now());
      }
    },
  };
}

export type Alerting = ReturnType<typeof createAlerting>;

/** The alert without what only the store needs of it. */
const spoken = ({ id, notifications, accounts, title, body, urgency }: StoredAlert): Alert => ({
  id,
  notifications: [...notifications],
  accounts: [...accounts],
  title,
  body,
  urgency,
});
