import type { Filter } from '../../../../shared/filter.ts';
import type { Facts, NotificationRow } from '../../../../shared/notification.ts';
import type { Clock } from '../../time/clock.ts';
import { StoreError, type InboxStore } from '../store.ts';
import { accountTroubles, putTroubles } from './account-troubles.ts';
import * as accounts from './accounts.ts';
import * as alerts from './alerts.ts';
import { archiveBytes } from './archive-bytes.ts';
import { check } from './check.ts';
import * as counts from './counts.ts';
import { keepFacts, staleCount, takeUndecoded } from './decode-queue.ts';
import { notificationDetail, payloadOf } from './detail.ts';
import type { SqlDriver } from './driver.ts';
import { held } from './held.ts';
import { filesInPlace } from './files-in-place.ts';
import { keep, missing, setUpstream } from './keep.ts';
import { linked, linkedNotifications } from './linked.ts';
import * as outbox from './outbox.ts';
import { pageThreads, threadCounts } from './page-threads.ts';
import { page } from './page.ts';
import { putFacts } from './put-facts.ts';
import { putThreads } from './put-threads.ts';
import { Revision } from './revision.ts';
import { readRows } from './rows.ts';
import { readCursor, setCursorAside } from './source-cursor.ts';
import { storeErrorOf } from './store-failure.ts';
import { sealOlder } from './seal-older.ts';
import { newestSeq, streamChunk } from './stream.ts';
import { threadClock } from './thread-clock.ts';
import { acknowledge, undo } from './triage.ts';
import * as waits from './waits.ts';

type Method<Name extends keyof InboxStore> = InboxStore[Name];

/** The store on one SQLite connection. Each method is one transaction; what each does is in the file it calls. */
export class SqliteStore implements InboxStore {
  readonly #sql: SqlDriver;
  readonly #file: string;
  readonly #revision: Revision;
  readonly #mustBeInPlace: () => void;
  #isClosed = false;

  readonly whyReadOnly: string | null;

  constructor(sql: SqlDriver, file: string, clock: Clock, whyReadOnly: string | null = null) {
    this.#sql = sql;
    this.#file = file;
    this.whyReadOnly = whyReadOnly;
    this.#revision = new Revision(sql, clock.now());
    this.#mustBeInPlace = filesInPlace(file);
  }

  keep: Method<'keep'> = async (account, payloads, cursor, now) => {
    const { fresh } = this.#write((sql) => keep(sql, account, payloads, cursor, now), didChange);
    return { fresh };
  };
  cursor: Method<'cursor'> = async (account) => {
    const { cursor, isDamaged } = this.#read((sql) => readCursor(sql, account));
    if (isDamaged && this.whyReadOnly === null) {
      this.#write((sql) => {
        setCursorAside(sql, account);
      }, never);
    }
    return cursor;
  };
  missing: Method<'missing'> = async (account, remoteIds) =>
    this.#read((sql) => missing(sql, account, remoteIds));
  held: Method<'held'> = async (account, remoteIds) => this.#read((sql) => held(sql, account, remoteIds));
  setUpstream: Method<'setUpstream'> = async (account, changes, now) => {
    this.#write((sql) => setUpstream(sql, account, changes, now), isSome);
  };

  takeUndecoded: Method<'takeUndecoded'> = async (limit, newest = {}) =>
    this.#write((sql) => takeUndecoded(sql, limit, newest), never);
  putFacts: Method<'putFacts'> = async (decoded) => this.#write((sql) => putAll(sql, decoded), isAny);
  staleCount: Method<'staleCount'> = async (newest) => this.#read((sql) => staleCount(sql, newest));
  keepFacts: Method<'keepFacts'> = async (payloads, decoderVersion) => {
    this.#write((sql) => keepFacts(sql, payloads, decoderVersion), never);
  };

  sealOlder: Method<'sealOlder'> = async (limit) => this.#write((sql) => sealOlder(sql, limit), never);

  linked: Method<'linked'> = async (values, limit) => this.#read((sql) => linked(sql, values, limit));
  linkedNotifications: Method<'linkedNotifications'> = async (ids) =>
    this.#read((sql) => linkedNotifications(sql, ids));
  threadsToDo: Method<'threadsToDo'> = async (limit) => this.#read((sql) => waits.threadsToDo(sql, limit));
  threadClock: Method<'threadClock'> = async () => this.#read(threadClock);
  putThreads: Method<'putThreads'> = async (threads, asOf) => {
    this.#write((sql) => putThreads(sql, threads, asOf), isSome);
  };
  quietOf: Method<'quietOf'> = async (id) => this.#read((sql) => waits.quietOf(sql, id));
  overdue: Method<'overdue'> = async (account, cutOffs, limit) =>
    this.#read((sql) => waits.overdue(sql, account, cutOffs, limit));
  markQuiet: Method<'markQuiet'> = async (noticed, now) => {
    this.#write((sql) => waits.markQuiet(sql, noticed, now), isSome);
  };
  pageThreads: Method<'pageThreads'> = async (filter, after, limit) =>
    this.#read((sql) => pageThreads(sql, filter, after, limit));
  threadCounts: Method<'threadCounts'> = async () => this.#read(threadCounts);

  page: Method<'page'> = async (filter, after, limit) => this.#read((sql) => page(sql, filter, after, limit));
  counts: Method<'counts'> = async () => this.#read(counts.viewCounts);
  facets: Method<'facets'> = async () => this.#read(counts.facets);
  notification: Method<'notification'> = async (id) => this.#read((sql) => notificationDetail(sql, id));
  payload: Method<'payload'> = async (id) => this.#read((sql) => payloadOf(sql, id));

  stream(filter: Filter): AsyncIterable<{ row: NotificationRow; facts: Facts }> {
    const end = this.#read(newestSeq);
    return this.#streamBelow(filter, end + 1);
  }

  acknowledge: Method<'acknowledge'> = async (selection, by, now, leavesAt, upstream) =>
    this.#write((sql) => acknowledge(sql, selection, by, now, leavesAt, upstream), didChange);
  undo: Method<'undo'> = async (change, by, now) =>
    this.#write((sql) => undo(sql, change, by, now), didChange);
  dueOutbox: Method<'dueOutbox'> = async (account, now, limit) =>
    this.#read((sql) => outbox.dueOutbox(sql, account, now, limit));
  nextOutboxDue: Method<'nextOutboxDue'> = async (account) =>
    this.#read((sql) => outbox.nextOutboxDue(sql, account));
  outboxCount: Method<'outboxCount'> = async (account) =>
    this.#read((sql) => outbox.outboxCount(sql, account));
  sent: Method<'sent'> = async (account, remoteIds, now) => {
    this.#write((sql) => outbox.sent(sql, account, remoteIds, now), isSome);
  };
  sendFailed: Method<'sendFailed'> = async (account, failures, now) => {
    this.#write((sql) => outbox.sendFailed(sql, account, failures, now), isSome);
  };
  retryOutbox: Method<'retryOutbox'> = async (account, now) => {
    this.#write((sql) => outbox.retryOutbox(sql, account, now), isSome);
  };

  addAlert: Method<'addAlert'> = async (alert, now) =>
    this.#write((sql) => alerts.addAlert(sql, alert, now), never);
  remind: Method<'remind'> = async (reminders, noticed, now) =>
    this.#write((sql) => {
      const kept = reminders.map((reminder) => alerts.addReminder(sql, reminder, now));
      waits.markQuiet(sql, noticed, now);
      return kept;
    }, always);
  accountTroubles: Method<'accountTroubles'> = async () => this.#read(accountTroubles);
  putTroubles: Method<'putTroubles'> = async (change, now) =>
    this.#write((sql) => putTroubles(sql, change, now), never);
  settleAlerts: Method<'settleAlerts'> = async (notifications, why, now) => {
    this.#write((sql) => alerts.settleAlerts(sql, notifications, why, now), never);
  };
  unalerted: Method<'unalerted'> = async (account, limit) =>
    this.#read((sql) => alerts.unalerted(sql, account, limit));
  pendingAlerts: Method<'pendingAlerts'> = async () => this.#read(alerts.pendingAlerts);
  alertOutcome: Method<'alertOutcome'> = async (alert, outcome, why, now) => {
    this.#write((sql) => alerts.alertOutcome(sql, alert, outcome, why, now), never);
  };

  addGap: Method<'addGap'> = async (gap) => this.#write((sql) => accounts.addGap(sql, gap), never);
  gaps: Method<'gaps'> = async () => this.#read(accounts.gaps);
  closeGap: Method<'closeGap'> = async (account, from, to, now) =>
    this.#write((sql) => accounts.closeGap(sql, account, from, to, now), never);
  dismissGap: Method<'dismissGap'> = async (account, from, to, by, now) =>
    this.#write((sql) => accounts.dismissGap(sql, account, from, to, by, now), never);

  accountRecord: Method<'accountRecord'> = async (account, now) =>
    this.#write((sql) => accounts.accountRecord(sql, account, now), never);
  hasRecords: Method<'hasRecords'> = async () => this.#read(accounts.hasRecords);
  markDrained: Method<'markDrained'> = async (account, now) => {
    this.#write((sql) => accounts.markDrained(sql, account, now), never);
  };
  forgetAccount: Method<'forgetAccount'> = async (account) => {
    this.#write((sql) => accounts.forgetAccount(sql, account), always);
  };

  revision: Method<'revision'> = () => this.#revision.value;
  onRevision: Method<'onRevision'> = (listener) => this.#revision.listen(listener);
  noticeForeignChanges: Method<'noticeForeignChanges'> = async () => {
    this.#read(() => {
      this.#revision.noticeForeignChanges();
    });
  };
  mustBeInPlace: Method<'mustBeInPlace'> = async () => {
    this.#guard(this.#mustBeInPlace);
  };
  archiveBytes: Method<'archiveBytes'> = async () => this.#guard(() => archiveBytes(this.#file));
  check: Method<'check'> = async () => {
    this.#mustBeOpen();
    return check(this.#sql, this.#file, this.whyReadOnly === null);
  };
  close: Method<'close'> = async () => {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#guard(() => {
      this.#sql.close();
    });
  };

  async *#streamBelow(filter: Filter, end: number) {
    let below = end;
    for (;;) {
      const from = below;
      const chunk = this.#read((sql) => streamChunk(sql, filter, from));
      if (chunk === null) return;
      yield* chunk.rows;
      below = chunk.below;
    }
  }

  #read<T>(work: (sql: SqlDriver) => T): T {
    this.#mustBeOpen();
    return this.#guard(() => this.#sql.snapshot(() => work(this.#sql)));
  }

  #write<T>(work: (sql: SqlDriver) => T, shows: (value: T) => boolean): T {
    this.#mustBeOpen();
    if (this.whyReadOnly !== null) throw new StoreError('store-unwritable', this.whyReadOnly);
    const value = this.#guard(() => {
      this.#mustBeInPlace();
      return this.#sql.transaction(() => work(this.#sql));
    });
    if (shows(value)) this.#revision.raise();
    return value;
  }

  /** A timer may fire once more while the engine stops. */
  #mustBeOpen(): void {
    if (this.#isClosed) throw new StoreError('store-unwritable', `${this.#file}: the store is closed.`);
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error, this.#file) ?? error;
    }
  }
}

const always = () => true;
const isAny = (rows: readonly unknown[]) => rows.length > 0;
const never = () => false;
const isSome = (changed: number) => changed > 0;
const didChange = ({ changed }: { readonly changed: number }) => changed > 0;

function putAll(sql: SqlDriver, decoded: Parameters<InboxStore['putFacts']>[0]): NotificationRow[] {
  const seqs = putFacts(sql, decoded);
  const rows = new Map(readRows(sql, seqs).map((row) => [row.id, row]));
  return seqs.flatMap((seq) => rows.get(String(seq)) ?? []);
}
