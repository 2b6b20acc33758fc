import type { SourceName } from '../../../shared/accounts/source-name.ts';
import type { Alert, Facets, Page } from '../../../shared/engine-api.ts';
import { failure, type Failure, type Reason } from '../../../shared/failure.ts';
import type { Filter } from '../../../shared/filter.ts';
import type {
  Facts,
  NotificationDetail,
  NotificationRow,
  UpstreamStatus,
} from '../../../shared/notification.ts';
import type { QuietRule } from '../../../shared/quiet.ts';
import type { ViewCounts } from '../../../shared/status.ts';
import type { ThreadStore } from './thread-store.ts';
import type { TroubleStore } from './trouble-store.ts';

/** A payload to be kept. `at` is the instant of receipt, epoch milliseconds. */
export interface NewPayload {
  readonly remoteId: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly envelope: Readonly<Record<string, string>>;
  readonly upstream: UpstreamStatus | null;
  readonly createdAt: number | null;
}

/** A kept payload that waits for the decoder, or for a newer one. */
export interface UndecodedPayload {
  readonly payload: number;
  readonly account: string;
  readonly source: SourceName;
  /** As they came; null where what is stored is damaged, and then the envelope may be empty. */
  readonly bytes: Uint8Array | null;
  readonly contentType: string;
  readonly envelope: Readonly<Record<string, string>>;
  readonly createdAt: number | null;
  readonly receivedAt: number;
  /** How often decoding was begun and did not end: a payload that kills the process is not tried for ever. */
  readonly attempts: number;
  /** True where an older decoder has read it: there are facts to fall back on. */
  readonly hasFacts: boolean;
}

/** The newest decoder of each source: what an older one has read is read again. */
export type DecoderVersions = Readonly<Partial<Record<SourceName, number>>>;

export interface DecodedPart {
  readonly facts: Facts;
  readonly searchText: string;
}

/** An acknowledgement on its way to the source. */
export interface OutboxItem {
  readonly notification: string;
  readonly account: string;
  readonly remoteId: string;
  readonly dueAt: number;
  readonly attempts: number;
}

export interface TriageChange {
  /** Null where nothing changed. */
  readonly change: string | null;
  readonly changed: number;
  /** Already on their way upstream, so that undoing them is ours alone. */
  readonly alreadySent: number;
  /** One of those that changed, for the sentence. */
  readonly example: NotificationRow | null;
}

export interface StoredAlert {
  readonly id: string;
  readonly notifications: readonly string[];
  /** What it speaks of in place of notifications; empty where it speaks of these. */
  readonly accounts: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly urgency: Alert['urgency'];
  readonly attempts: number;
}

export interface NewAlert {
  readonly notifications: readonly string[];
  /** What it speaks of in place of notifications. */
  readonly accounts?: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly urgency: Alert['urgency'];
}

export interface Gap {
  readonly account: string;
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

export interface StoredGap extends Gap {
  /** Of its account; null where the account has left nothing else here. */
  readonly source: SourceName | null;
}

export interface Fault {
  readonly what: string;
  readonly detail: string;
}

/** Which rows: named, or all that a filter shows. */
export type StoreSelection = { readonly ids: readonly string[] } | { readonly filter: Filter };

/**
 * All that is durable. Every method is one transaction: done and on disk when it resolves, or not done at all; what it
 * does to a notification it notes in that one's history. Rejects only with a `StoreError`.
 */
export interface InboxStore extends ThreadStore, TroubleStore {
  /** Payloads, new upstream statuses and the cursor, together; `now` is the instant of receipt. Returns how many were new. */
  keep(
    account: { id: string; source: SourceName },
    payloads: readonly NewPayload[],
    cursor: unknown,
    now: number,
  ): Promise<{ fresh: number }>;
  /** What the source last kept; null where it kept nothing. One that is damaged is set aside and counts as none. */
  cursor(account: string): Promise<unknown>;
  missing(account: string, remoteIds: readonly string[]): Promise<readonly string[]>;
  /** The payloads of these that the account holds whole, by remote id. */
  held(account: string, remoteIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  setUpstream(account: string, changes: ReadonlyMap<string, UpstreamStatus>, now: number): Promise<void>;

  /**
   * Payloads with no facts yet, oldest first, then those whose facts come from a decoder older than `newest`.
   * Counts an attempt on each, durably, before it returns.
   */
  takeUndecoded(limit: number, newest?: DecoderVersions): Promise<readonly UndecodedPayload[]>;
  /**
   * Writes the notifications of these payloads in one transaction; returns their rows in the same order.
   * A second call for the same payload replaces facts and keeps ids and triage.
   */
  putFacts(
    decoded: readonly {
      readonly payload: number;
      readonly parts: readonly DecodedPart[];
      readonly decoderVersion: number;
    }[],
  ): Promise<readonly NotificationRow[]>;

  /** How many payloads have facts from a decoder older than `newest`. */
  staleCount(newest: DecoderVersions): Promise<number>;
  /** Stamps payloads as read by this version although their facts stay what they were: reading them anew came to nothing. */
  keepFacts(payloads: readonly number[], decoderVersion: number): Promise<void>;

  /** Gives checksums to the next `limit` of what versions without them have written; how many were looked at, 0 at the end. */
  sealOlder(limit: number): Promise<number>;

  /** Rows, one a notification; `thread` is null in each. */
  page(filter: Filter, after: string | null, limit: number): Promise<Page>;
  counts(): Promise<ViewCounts>;
  facets(): Promise<Facets>;
  notification(id: string): Promise<NotificationDetail | null>;
  /** Null where there is no such notification. Rejects with `payload-damaged` where what is stored cannot be read any more. */
  payload(
    id: string,
  ): Promise<{ bytes: Uint8Array; contentType: string; envelope: Readonly<Record<string, string>> } | null>;
  /** Every row that the filter shows, with its facts, newest first, as of the call; pages inside. */
  stream(filter: Filter): AsyncIterable<{ row: NotificationRow; facts: Facts }>;

  /** Acknowledges what is new in the selection; where `upstream` holds, queues it to leave at `leavesAt`. One change, undone as one. */
  acknowledge(
    selection: StoreSelection,
    by: string,
    now: number,
    leavesAt: number,
    upstream: (account: string, source: SourceName) => boolean,
  ): Promise<TriageChange>;
  undo(change: string, by: string, now: number): Promise<TriageChange>;
  /** Due items of one account, oldest first. */
  dueOutbox(account: string, now: number, limit: number): Promise<readonly OutboxItem[]>;
  /** When the next item of the account falls due; null for none. */
  nextOutboxDue(account: string): Promise<number | null>;
  outboxCount(account: string): Promise<number>;
  sent(account: string, remoteIds: readonly string[], now: number): Promise<void>;
  sendFailed(
    account: string,
    failures: ReadonlyMap<string, { reason: Reason; nextAttemptAt: number }>,
    now: number,
  ): Promise<void>;
  /** Makes every failed item of the account due now. */
  retryOutbox(account: string, now: number): Promise<void>;

  /** Keeps an alert and marks its notifications alerted, so that none speaks twice. Null where all of them had spoken. */
  addAlert(alert: NewAlert, now: number): Promise<StoredAlert | null>;
  /**
   * Keeps alerts that speak of a thread's silence or limit, and notes that notice was given of these waits, all or
   * nothing: who dies after it reminds once. Whether their notifications have spoken does not matter, nor changes.
   */
  remind(
    reminders: readonly NewAlert[],
    waits: readonly { readonly thread: string; readonly rule: QuietRule }[],
    now: number,
  ): Promise<readonly StoredAlert[]>;
  /** Marks these as if an alert had spoken of them, because none is due any more; their history says why. */
  settleAlerts(notifications: readonly string[], why: string, now: number): Promise<void>;
  /** Rows with attention `act`, still new, of which no alert has spoken; oldest first. From an index, never a scan. */
  unalerted(account: string, limit: number): Promise<readonly NotificationRow[]>;
  /** Alerts not shown yet and not given up, oldest first: `failed` keeps one pending, `not-shown` gives it up. */
  pendingAlerts(): Promise<readonly StoredAlert[]>;
  alertOutcome(
    alert: string,
    outcome: 'shown' | 'not-shown' | 'failed',
    why: string | null,
    now: number,
  ): Promise<void>;

  addGap(gap: Gap): Promise<boolean>;
  /** Those that nobody has dismissed, oldest first. */
  gaps(): Promise<readonly StoredGap[]>;
  /** Takes this very gap off `gaps`: what was missing has come after all. */
  closeGap(account: string, from: number, to: number, now: number): Promise<void>;
  /**
   * Takes every gap of the account that lies inside the stretch off `gaps`, for good; `from` and `to` in epoch
   * milliseconds. False where there never was one.
   */
  dismissGap(account: string, from: number, to: number, by: string, now: number): Promise<boolean>;

  /** When an account was first seen here, and when its first backlog was drained. Creates the record at first call. */
  accountRecord(
    account: { id: string; source: SourceName },
    now: number,
  ): Promise<{ firstSeenAt: number; drainedAt: number | null }>;
  /** Whether any account has a record, so that sources may have been called from here before. */
  hasRecords(): Promise<boolean>;
  markDrained(account: string, now: number): Promise<void>;
  /** Removes an account's notifications, payloads, cursor, queue. */
  forgetAccount(account: string): Promise<void>;

  /**
   * Rejects with `store-gone` where the archive's files were moved, deleted or replaced since they were opened. Every
   * method that writes asks the same; a call that takes something away at a source is preceded by it.
   */
  mustBeInPlace(): Promise<void>;
  /** Why nothing can be written, as a whole sentence; null where all can. Then every method that writes rejects. */
  readonly whyReadOnly: string | null;
  /** Looks whether another process changed the file; raises the revision if so. */
  noticeForeignChanges(): Promise<void>;
  /** Rises with every change to what `page` may show. */
  revision(): number;
  onRevision(listener: (revision: number) => void): () => void;
  archiveBytes(): Promise<number>;
  /** Integrity of everything, one entry a fault. */
  check(): Promise<readonly Fault[]>;
  close(): Promise<void>;
}

/** An expected failure of the store: what happened, with the way back in `detail`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly reason: Extract<
      Reason,
      | 'store-corrupt'
      | 'payload-damaged'
      | 'store-newer'
      | 'store-full'
      | 'store-locked'
      | 'store-unwritable'
      | 'store-gone'
      | 'invalid-input'
      | 'not-found'
    >,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${reason}: ${detail}`, options);
  }
}

/** The failure that a `StoreError` stands for; anything else is a bug and is thrown on. */
export function storeFailure(error: unknown): Failure {
  if (error instanceof StoreError) return failure(error.reason, { detail: error.detail });
  throw error;
}
