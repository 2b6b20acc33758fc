import type { Alert } from '../../shared/engine-api.ts';
import type { Alerts } from './alerts.ts';
import type { CallEngine } from './engine-link.ts';
import type { ShellClock } from './shell-clock.ts';

const RETRY_EVERY_MS = 60_000;

export interface AlertDesk {
  /** Shows what the engine asks for and tells it how that ended. */
  readonly onAlert: (alert: Alert) => Promise<void>;
  /** Asks the engine for what has not been shown yet: at start, and when the machine wakes. */
  readonly askForPending: () => Promise<void>;
  /** Asks again every minute while some failed, until `signal` aborts. */
  readonly retryFailed: (signal: AbortSignal) => Promise<void>;
}

/** Carries alerts from the engine to the desktop and their ends back, so that none is lost while the desktop is away. */
export function createAlertDesk(options: {
  readonly alerts: Alerts;
  readonly callEngine: CallEngine;
  readonly clock: ShellClock;
}): AlertDesk {
  const { alerts, callEngine, clock } = options;
  return {
    onAlert: async (alert) => {
      const { outcome, why } = await alerts.show(alert);
      await callEngine('alertOutcome', { alert: alert.id, outcome, why });
    },
    askForPending: async () => {
      await callEngine('pendingAlerts', null);
    },
    retryFailed: async (signal) => {
      const isOver = () => signal.aborted;
      while (!isOver()) {
        await clock.sleep(RETRY_EVERY_MS, signal);
        if (!isOver() && alerts.failures() > 0) await callEngine('pendingAlerts', null);
      }
    },
  };
}
