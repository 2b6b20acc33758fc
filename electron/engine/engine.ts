import type { AccountWithSecret, EngineApi, EngineEvent } from '../../shared/engine-api.ts';
import type { Http } from './http/http.ts';
import type { Journal } from './journal.ts';
import type { InboxStore } from './store/store.ts';
import type { Clock } from './time/clock.ts';

export interface EngineOptions {
  readonly store: InboxStore;
  readonly clock: Clock;
  readonly http: Http;
  /** Uniform in [0, 1): spreads back-offs. */
  readonly random: () => number;
  readonly onEvent: (event: EngineEvent) => void;
  readonly journal: Journal;
  /** True coalesces alerts for a screen; false writes one for each notification. */
  readonly coalesceAlerts: boolean;
}

export interface Engine {
  readonly api: EngineApi;
  readonly store: InboxStore;
  /** Polls these accounts from now on; those not named stop. */
  setAccounts(accounts: readonly AccountWithSecret[]): Promise<void>;
  /** Resolves when every account was polled once and its backlog is drained, or has failed; true where none failed. */
  polledOnce(): Promise<boolean>;
  /** Sends what is queued for the accounts now, inside the limits; resolves when each item was answered or failed. */
  flushOutbox(): Promise<void>;
  /** Ends polling, finishes what is being written, closes the store. */
  stop(): Promise<void>;
}
