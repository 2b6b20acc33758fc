import type { Page } from '../../../shared/engine-api.ts';
import type { Filter } from '../../../shared/filter.ts';
import type { Attention, Facts, NotificationRow } from '../../../shared/notification.ts';
import type { QuietNotice, QuietRule } from '../../../shared/quiet.ts';
import type { ViewCounts } from '../../../shared/status.ts';
import type { ThreadStatus, Trade } from '../../../shared/thread.ts';

/** A thread as it was worked out from all its notifications. */
export interface ThreadRecord {
  /** Ids of all its notifications. */
  readonly members: readonly string[];
  readonly status: ThreadStatus | null;
  /** The status's attention; without a status that of the most urgent member. */
  readonly attention: Attention;
  readonly mrn: string | null;
  readonly lrn: string | null;
  readonly trade: Trade | null;
  /** Ids of those that still call for somebody: what else of it must be acted on is settled. */
  readonly calling: readonly string[];
  /** What is expected of it. `at` is epoch milliseconds, at most one entry a rule. */
  readonly waits: readonly { readonly rule: QuietRule; readonly at: number }[];
}

/** A thread whose wait has run out and of which no notice was given. */
export interface OverdueThread {
  readonly thread: string;
  readonly rule: QuietRule;
  readonly at: number;
  /** Its newest notification. */
  readonly notification: NotificationRow;
  readonly status: ThreadStatus | null;
  readonly mrn: string | null;
  readonly lrn: string | null;
}

/** A notification as its thread sees it. */
export interface LinkedNotification {
  readonly row: NotificationRow;
  readonly facts: Facts;
  /** The source's own id of the message. */
  readonly remoteId: string;
}

/** What is durable about threads: which notifications belong together, and what is expected of them. */
export interface ThreadStore {
  /** Ids of notifications with one of these reference values, newest first. From an index, never a scan. */
  linked(values: readonly string[], limit: number): Promise<readonly string[]>;
  /** These notifications, newest first; what is no more is left out. */
  linkedNotifications(ids: readonly string[]): Promise<readonly LinkedNotification[]>;
  /**
   * Ids of notifications whose thread is to be worked out again, oldest first: those that `putFacts` wrote or
   * replaced, and what is left where an account or a notification was removed.
   */
  threadsToDo(limit: number): Promise<readonly string[]>;
  /**
   * Writes threads and takes their members off the list of what is to do. A notification is of one thread at a time:
   * it leaves the one it was in; what stays behind there is to do again, and an empty thread is gone. Where members
   * come from several threads the oldest of these lives on. A wait that has not changed keeps its notice.
   *
   * `asOf` is what `threadClock` said before anything was read that these were worked out from; absent where nothing can
   * have changed. A thread that another process has written since then stays as it is, and what has come or was read anew
   * since then stays to do.
   */
  putThreads(threads: readonly ThreadRecord[], asOf?: number): Promise<void>;
  /** Rises with every write that threads rest on, whichever process made it. */
  threadClock(): Promise<number>;
  /** Notices of silence of the thread that a notification is in. */
  quietOf(id: string): Promise<readonly QuietNotice[]>;
  /**
   * Threads with a notification of this account whose wait began at or before the rule's cut-off (epoch milliseconds)
   * and of which no notice was given, oldest wait first. A rule without a cut-off is off.
   */
  overdue(
    account: string,
    cutOffs: Readonly<Partial<Record<QuietRule, number>>>,
    limit: number,
  ): Promise<readonly OverdueThread[]>;
  /** Notes that a notice was given of these waits. */
  markQuiet(
    waits: readonly { readonly thread: string; readonly rule: QuietRule }[],
    now: number,
  ): Promise<void>;

  /**
   * Threads, newest arrival first, each borne by the row of its newest notification. With `until` each stands where it
   * stood then, so that what is being read does not move.
   */
  pageThreads(filter: Filter, after: string | null, limit: number): Promise<Page>;
  /** The same counted in threads, and how many threads have a notice of silence. */
  threadCounts(): Promise<{ readonly counts: ViewCounts; readonly quiet: number }>;
}
