import type { Alert } from '../../shared/engine-api.ts';
import type { Reason } from '../../shared/failure.ts';
import type { Attention, Instant } from '../../shared/notification.ts';

/** What the engine did, as it happens: one entry becomes one line of `quayside collect`. */
export type JournalEntry =
  | {
      readonly event: 'poll';
      readonly account: string;
      /** When the call started. */
      readonly at: Instant;
      readonly endpoint: string;
      /** HTTP status; null where no answer came. */
      readonly status: number | null;
      readonly received: number;
      readonly new: number;
    }
  | {
      readonly event: 'notification';
      readonly id: string;
      readonly account: string;
      readonly type: string;
      readonly mrn: string | null;
      readonly attention: Attention;
      readonly receivedAt: Instant;
    }
  | {
      readonly event: 'alert';
      readonly id: string;
      readonly notifications: readonly string[];
      /** What it speaks of in place of notifications. */
      readonly accounts: readonly string[];
      readonly title: string;
      readonly body: string;
      readonly urgency: Alert['urgency'];
    }
  | {
      readonly event: 'problem';
      readonly account: string;
      readonly reason: Reason;
      readonly title: string;
      readonly nextStep: string;
      readonly until: Instant | null;
      readonly detail: string | null;
    }
  | {
      /** What a person should know although polling works; once a run. */
      readonly event: 'notice';
      readonly account: string;
      readonly title: string;
      readonly nextStep: string;
    }
  | {
      readonly event: 'gap';
      readonly account: string;
      readonly from: Instant;
      readonly to: Instant;
      readonly why: string;
    }
  | { readonly event: 'acknowledged'; readonly id: string; readonly upstream: 'acknowledged' };

export type Journal = (entry: JournalEntry) => void;
