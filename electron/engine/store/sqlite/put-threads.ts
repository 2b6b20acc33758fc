import type { ThreadRecord } from '../thread-store.ts';
import type { SqlDriver } from './driver.ts';
import { seqsOf } from './rows.ts';
import { clearPicked, movePicked, pick } from './shelves.ts';
import { threadClock, tick } from './thread-clock.ts';
import { clearTouched, recountTouched, threadPicked, touch } from './thread-members.ts';

/**
 * Writes threads; returns how many of them have members that are still here. `asOf` is what the thread clock said before
 * anything was read that they were worked out from: a thread that somebody has written since then stays as it is, and
 * what has come or changed since then stays on the list of what is to do.
 */
export function putThreads(
  sql: SqlDriver,
  threads: readonly ThreadRecord[],
  asOf = threadClock(sql),
): number {
  // Counted once for all: of a thread that later records change again only the end matters.
  const touched = new Set<number>();
  const now = { asOf, tick: tick(sql) };
  let written = 0;
  for (const thread of threads) if (putThread(sql, thread, touched, now)) written += 1;
  clearTouched(sql);
  for (const id of touched) touch(sql, id);
  recountTouched(sql);
  return written;
}

interface Moment {
  readonly asOf: number;
  /** Of this very write. */
  readonly tick: number;
}

function putThread(sql: SqlDriver, thread: ThreadRecord, touched: Set<number>, now: Moment): boolean {
  const wanted = JSON.stringify(seqsOf(thread.members));
  const found = sql.all<{ seq: number; thread: number; written: number }>(STANDING, wanted);
  if (found.length === 0) return false;
  if (found.some(({ written }) => written > now.asOf && written !== now.tick)) return false;
  const from = [...new Set(found.map((member) => member.thread))].sort((a, b) => a - b);
  const [id = 0, ...others] = from;
  for (const one of from) touched.add(one);
  detach(sql, id, new Set(found.map(({ seq }) => seq)), now.tick);
  if (others.length > 0) {
    sql.run('UPDATE thread_member SET thread = ? WHERE seq IN (SELECT value FROM json_each(?))', id, wanted);
    sql.run(LEFT_BEHIND, JSON.stringify(others), now.tick);
  }
  sql.run(DONE, wanted, now.asOf, now.tick);
  sql.run(
    'UPDATE thread SET status = ?, attention = ?, mrn = ?, lrn = ?, trade = ?, written = ? WHERE id = ?',
    thread.status === null ? null : JSON.stringify(thread.status),
    thread.attention,
    thread.mrn,
    thread.lrn,
    thread.trade,
    now.tick,
    id,
  );
  settle(sql, wanted, new Set(seqsOf(thread.calling)));
  putWaits(sql, id, from, thread.waits);
  return true;
}

const STANDING = `SELECT m.seq, m.thread, t.written FROM thread_member m CROSS JOIN thread t ON t.id = m.thread
  WHERE m.seq IN (SELECT value FROM json_each(?))`;
const DONE = `DELETE FROM thread_todo
  WHERE seq IN (SELECT value FROM json_each(?1)) AND (since <= ?2 OR since = ?3)`;

/** Of what must be acted on, what does not call any more is settled. */
function settle(sql: SqlDriver, members: string, calling: ReadonlySet<number>): void {
  const urgent = sql.all<{ seq: number; settled: 0 | 1 }>(URGENT, members);
  for (const settled of [true, false]) {
    const wrong = urgent.filter((one) => settled !== (one.settled === 1) && settled !== calling.has(one.seq));
    if (wrong.length === 0) continue;
    clearPicked(sql);
    pick(
      sql,
      wrong.map(({ seq }) => seq),
    );
    movePicked(sql, { settled });
  }
}

const URGENT = `SELECT n.seq, s.settled FROM notification n JOIN shelf s ON s.id = n.shelf
  WHERE n.seq IN (SELECT value FROM json_each(?)) AND s.attention = 'act'`;

/** What is in the thread and not meant to be begins one of its own, and is to do again. */
function detach(sql: SqlDriver, thread: number, wanted: ReadonlySet<number>, now: number): void {
  const strangers = sql
    .all<{ seq: number }>('SELECT seq FROM thread_member WHERE thread = ?', thread)
    .flatMap(({ seq }) => (wanted.has(seq) ? [] : [seq]));
  if (strangers.length === 0) return;
  clearPicked(sql);
  pick(sql, strangers);
  sql.run('DELETE FROM thread_member WHERE seq IN (SELECT seq FROM temp.picked)');
  threadPicked(sql, now);
}

const LEFT_BEHIND = `INSERT INTO thread_todo (seq, since)
  SELECT m.seq, ?2 FROM thread_member m WHERE m.thread IN (SELECT value FROM json_each(?1))
  ON CONFLICT (seq) DO UPDATE SET since = excluded.since`;

/** A wait that any of the threads knew, and had given notice of, keeps that notice. */
function putWaits(
  sql: SqlDriver,
  thread: number,
  from: readonly number[],
  waits: ThreadRecord['waits'],
): void {
  const known = sql.all<{ rule: string; at: number; noticed_at: number | null }>(
    'SELECT rule, at, noticed_at FROM wait WHERE thread IN (SELECT value FROM json_each(?))',
    JSON.stringify(from),
  );
  if (known.length === 0 && waits.length === 0) return;
  sql.run('DELETE FROM wait WHERE thread = ?', thread);
  for (const { rule, at } of waits) {
    const notices = known.flatMap((wait) =>
      wait.rule === rule && wait.at === at && wait.noticed_at !== null ? [wait.noticed_at] : [],
    );
    const noticedAt = notices.length === 0 ? null : Math.min(...notices);
    sql.run(
      'INSERT OR REPLACE INTO wait (thread, rule, at, noticed_at) VALUES (?, ?, ?, ?)',
      thread,
      rule,
      at,
      noticedAt,
    );
  }
}
