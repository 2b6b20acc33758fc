import type { EngineEvent } from '../../shared/engine-api.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { troubleChange } from './inbox/account-alerts.ts';
import { createTurns } from './inbox/in-turn.ts';
import { storeFailure, type StoredAlert } from './store/store.ts';
import type { TroubleStore } from './store/trouble-store.ts';
import type { Clock } from './time/clock.ts';

export interface AccountWatchOptions {
  readonly store: TroubleStore;
  readonly clock: Clock;
  /** Whether accounts that fail together are told together. */
  readonly coalesce: boolean;
  readonly statuses: () => Promise<readonly AccountStatus[]>;
  readonly say: (alert: StoredAlert) => Promise<void>;
  readonly onEvent: (event: EngineEvent) => void;
}

/** Tells when an account was refused or has not been reached for minutes, and when it is reached again. */
export interface AccountWatch {
  /** Looks now. Never rejects: what could not be written down is looked at again. */
  look(): Promise<void>;
  /** The machine woke or is online again: calls need a moment to get through. */
  hush(): void;
  /** Looks a last time, and no more. */
  stop(): Promise<void>;
  /** Looks every half minute until `signal` aborts. */
  watch(signal: AbortSignal): Promise<void>;
}

const LOOK_EVERY_MS = 30_000;
const HUSH_MS = 60_000;

export function createAccountWatch(options: AccountWatchOptions): AccountWatch {
  const { store, clock, coalesce, statuses, say, onEvent } = options;
  const inTurn = createTurns();
  let hushedUntil = 0;

  async function lookOnce(): Promise<void> {
    const known = await store.accountTroubles();
    const now = clock.now();
    const isHushed = clock.uptime() < hushedUntil;
    const change = troubleChange(known, await statuses(), { now, coalesce, isHushed });
    if (change.standing.length + change.over.length + change.alerts.length === 0) return;
    const alerts = await store.putTroubles(change, now);
    const left = new Set((await store.accountTroubles()).map(({ alert }) => alert));
    for (const alert of new Set(known.flatMap((trouble) => trouble.alert ?? []))) {
      if (!left.has(alert)) onEvent({ event: 'alert-over', alert });
    }
    for (const alert of alerts) await say(alert);
  }

  let isStopped = false;
  const look = async (): Promise<void> => {
    if (isStopped) return;
    try {
      await inTurn(lookOnce);
    } catch (error) {
      storeFailure(error);
    }
  };

  return {
    look,
    hush: () => (hushedUntil = clock.uptime() + HUSH_MS),
    stop: async () => {
      await look();
      isStopped = true;
    },
    watch: async (signal) => {
      for (;;) {
        await clock.sleep(LOOK_EVERY_MS, signal);
        if (signal.aborted) return;
        await look();
      }
    },
  };
}
