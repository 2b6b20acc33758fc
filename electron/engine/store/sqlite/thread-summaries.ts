import type { Attention, TriageState } from '../../../../shared/notification.ts';
import type { ThreadSummary, Trade } from '../../../../shared/thread.ts';
import type { SqlDriver } from './driver.ts';
import { toNotice, toStatus, type StoredNotice } from './waits.ts';

/** The thread of each of these notifications, by the notification's id. */
export function threadSummaries(sql: SqlDriver, seqs: readonly number[]): Map<string, ThreadSummary> {
  const asked = JSON.stringify(seqs);
  const threads = sql.all<StoredThread>(THREADS, asked);
  const ids = JSON.stringify(threads.map(({ id }) => id));
  const members = new Map<number, string[]>();
  for (const { thread, seq } of sql.all<{ thread: number; seq: number }>(MEMBERS, ids)) {
    members.set(thread, [...(members.get(thread) ?? []), String(seq)]);
  }
  const notices = sql.all<StoredNotice>(NOTICES, ids);
  return new Map(
    threads.map(({ at, id, status, attention, mrn, lrn, trade, state, fresh }) => [
      String(at),
      {
        status: toStatus(status),
        attention,
        mrn,
        lrn,
        trade,
        state,
        members: members.get(id) ?? [],
        fresh,
        quiet: notices.filter(({ thread }) => thread === id).map(toNotice),
      },
    ]),
  );
}

interface StoredThread {
  readonly at: number;
  readonly id: number;
  readonly status: string | null;
  readonly attention: Attention;
  readonly mrn: string | null;
  readonly lrn: string | null;
  readonly trade: Trade | null;
  readonly state: TriageState;
  readonly fresh: number;
}

const THREADS = `SELECT m.seq AS at, t.id, t.status, t.attention, t.mrn, t.lrn, t.trade, t.state, t.fresh
  FROM thread_member m CROSS JOIN thread t ON t.id = m.thread
  WHERE m.seq IN (SELECT value FROM json_each(?))`;
const MEMBERS = `SELECT thread, seq FROM thread_member
  WHERE thread IN (SELECT value FROM json_each(?)) ORDER BY thread, seq DESC`;
const NOTICES = `SELECT thread, rule, at, noticed_at FROM wait
  WHERE thread IN (SELECT value FROM json_each(?)) AND noticed_at IS NOT NULL ORDER BY at, rule`;
