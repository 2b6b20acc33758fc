import type { Reason } from '../../../shared/failure.ts';
import type { NewAlert, StoredAlert } from './store.ts';

/** What keeps an account from being read: only a person can help, or nothing has been reached for now. */
export type TroubleKind = 'refused' | 'unreached';

/** The trouble of one account, for as long as it lasts. Instants are epoch milliseconds. */
export interface AccountTrouble {
  readonly account: string;
  readonly kind: TroubleKind;
  readonly reason: Reason;
  readonly since: number;
  /** When it was last found so. */
  readonly seenAt: number;
  /** The alert that has told of it; null while none has. */
  readonly alert: string | null;
}

export interface TroubleChange {
  /** As they stand; one account has one trouble at most. */
  readonly standing: readonly AccountTrouble[];
  /** Accounts that are well again, or that nobody asks for any more. */
  readonly over: readonly string[];
  readonly alerts: readonly NewAlert[];
}

/** What is durable about the troubles of accounts. */
export interface TroubleStore {
  accountTroubles(): Promise<readonly AccountTrouble[]>;
  /**
   * Writes what has changed and keeps the alerts, each as the one that has told of its accounts' troubles, all or
   * nothing. An alert that still waits to be shown and whose troubles are all over is given up.
   */
  putTroubles(change: TroubleChange, now: number): Promise<readonly StoredAlert[]>;
}
