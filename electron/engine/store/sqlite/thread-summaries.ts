import type { Attention, TriageState } from '../../../../shared/notification.ts';
import type { ThreadSummary, Trade } from '../../../../shared/thread.ts';
import type { SqlDriver } from './driver.ts';
import { toNotice, toStatus, type StoredNotice } from './waits.ts';

/** The thread of each of these notifications, by the notification's id. */
export function threadSummaries(sql: SqlDriver, seqs: readonly number[]): Map<string, ThreadSummary> {
  const asked = JSON.stringify(seqs);
  const threads = sql
    .all<StoredThread>(THREADS, asked)
    .map(({ status, ...thread }) => ({ ...thread, status: toStatus(status) }));
  const ids = JSON.stringify(threads.map(({ id }) => id));
  const members = new Map<number, string[]>();
  for (const { thread, seq } of sql.all<{ thread: number; seq: number }>(MEMBERS, ids)) {
    members.set(thread, [...(members.get(thread) ?? []), String(seq)]);
  }
  const notices = sql.all<StoredNotice>(NOTICES, ids);
  const decides = ({ at, status }: (typeof threads)[number]) => status?.actionId ?? String(at);
  const keyFacts = keyFactsOf(sql, threads.map(decides));
  return new Map(
    threads.map((thread) => {
      const { at, id, status, attention, mrn, lrn, trade, state, fresh } = thread;
      const keyFact = keyFacts.get(decides(thread)) ?? null;
      const quiet = notices.filter((notice) => notice.thread === id).map(toNotice);
      const ofThread = { status, attention, mrn, lrn, keyFact, trade, state, fresh, quiet };
      return [String(at), { ...ofThread, members: members.get(id) ?? [] }];
    }),
  );
}

/** The deciding facts of these notifications, by id. */
function keyFactsOf(sql: SqlDriver, ids: readonly string[]): ReadonlyMap<string, string | null> {
  const rows = sql.all<{ seq: number; key_fact: string | null }>(KEY_FACTS, JSON.stringify(ids.map(Number)));
  return new Map(rows.map(({ seq, key_fact }) => [String(seq), key_fact]));
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
const KEY_FACTS = `SELECT seq, key_fact FROM notification WHERE seq IN (SELECT value FROM json_each(?))`;
const MEMBERS = `SELECT thread, seq FROM thread_member
  WHERE thread IN (SELECT value FROM json_each(?)) ORDER BY thread, seq DESC`;
const NOTICES = `SELECT thread, rule, at, noticed_at FROM wait
  WHERE thread IN (SELECT value FROM json_each(?)) AND noticed_at IS NOT NULL ORDER BY at, rule`;
