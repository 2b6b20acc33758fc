import type { Alert, CallParams } from '../../shared/engine-api.ts';
import type { ShellClock } from './shell-clock.ts';

/** One OS notification. Each listener is told at most what the platform tells; some never tell anything. */
export interface OsNotification {
  onShown(listener: () => void): void;
  onFailed(listener: (why: string) => void): void;
  onClick(listener: () => void): void;
  show(): void;
  close(): void;
}

export type AlertOutcome = CallParams<'alertOutcome'>['outcome'];

/** How an alert ended. `why` is null for one that was shown. */
export interface AlertEnd {
  readonly outcome: AlertOutcome;
  readonly why: string | null;
}

export interface AlertsOptions {
  readonly clock: ShellClock;
  /** What the person set. */
  readonly areOn: () => boolean;
  readonly isSupported: () => boolean;
  /** Makes one without showing it. May throw where the platform cannot. */
  readonly create: (alert: Pick<Alert, 'title' | 'body' | 'urgency'>) => OsNotification;
  readonly onClick: (alert: Alert) => void;
}

export interface Alerts {
  /**
   * Shows an alert and says how it ended, always. The same alert again, while it is being shown or after it was,
   * gets the same answer and is not shown twice; one that failed is tried anew.
   */
  readonly show: (alert: Alert) => Promise<AlertEnd>;
  /** Takes an alert off the screen, where it still is there. */
  readonly withdraw: (alert: string) => void;
  /** How many failed and have not been shown since: a reason to ask the engine for them again. */
  readonly failures: () => number;
}

/** A daemon that has not answered by then is taken to be away. */
const ANSWER_WITHIN_MS = 5_000;
/** A click works only while its notification is referenced; more than these no desktop keeps. */
const KEPT = 200;
const MOST_REMEMBERED = 10_000;

export function createAlerts(options: AlertsOptions): Alerts {
  const ends = new Map<string, Promise<AlertEnd>>();
  const failedAlerts = new Set<string>();
  const referenced: { readonly alert: string; readonly notification: OsNotification }[] = [];

  return { show, withdraw, failures: () => failedAlerts.size };

  function withdraw(alert: string): void {
    failedAlerts.delete(alert);
    for (const each of referenced) if (each.alert === alert) each.notification.close();
  }

  function show(alert: Alert): Promise<AlertEnd> {
    const earlier = ends.get(alert.id);
    if (earlier !== undefined) return earlier;
    const end = present(alert);
    ends.set(alert.id, end);
    void end.then(({ outcome }) => {
      if (outcome === 'failed') {
        failedAlerts.add(alert.id);
        ends.delete(alert.id);
      } else {
        failedAlerts.delete(alert.id);
        const [oldest] = ends.keys();
        if (ends.size > MOST_REMEMBERED && oldest !== undefined) ends.delete(oldest);
      }
    });
    return end;
  }

  async function present(alert: Alert): Promise<AlertEnd> {
    if (!options.areOn()) return { outcome: 'not-shown', why: 'alerts are switched off' };
    if (!options.isSupported()) return { outcome: 'not-shown', why: 'this computer shows no notifications' };
    try {
      return await raise(alert);
    } catch (error) {
      return { outcome: 'failed', why: error instanceof Error ? error.message : 'it could not be made' };
    }
  }

  async function raise(alert: Alert): Promise<AlertEnd> {
    const notification = options.create(alert);
    keepReference(alert.id, notification);
    const answered = new AbortController();
    const answer = new Promise<AlertEnd>((resolve) => {
      const end = (outcome: AlertOutcome, why: string | null) => {
        resolve({ outcome, why });
        answered.abort();
      };
      notification.onShown(() => end('shown', null));
      notification.onFailed((why) => end('failed', why));
      notification.onClick(() => options.onClick(alert));
      notification.show();
      void options.clock.sleep(ANSWER_WITHIN_MS, answered.signal).then(() => {
        if (answered.signal.aborted) return;
        // Withdrawn, so that a daemon that comes back late does not show it beside the next attempt.
        notification.close();
        end('failed', `no answer within ${ANSWER_WITHIN_MS / 1000} s`);
      });
    });
    return answer;
  }

  function keepReference(alert: string, notification: OsNotification): void {
    referenced.push({ alert, notification });
    if (referenced.length > KEPT) referenced.shift();
  }
}
