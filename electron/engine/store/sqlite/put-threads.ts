import type { ThreadRecord } from '../thread-store.ts';
import type { SqlDriver } from './driver.ts';
import { seqsOf } from './rows.ts';
import { clearPicked, pick } from './shelves.ts';
import { clearTouched, recountTouched, threadPicked, touch } from './thread-members.ts';

/** Writes threads; returns how many of them have members that are still here. */
export function putThreads(sql: SqlDriver, threads: readonly ThreadRecord[]): number {
  // Counted once for all: of a thread that later records change again only the end matters.
  const touched = new Set<number>();
  let written = 0;
  for (const thread of threads) if (putThread(sql, thread, touched)) written += 1;
  clearTouched(sql);
  for (const id of touched) touch(sql, id);
  recountTouched(sql);
  return written;
}

function putThread(sql: SqlDriver, thread: ThreadRecord, touched: Set<number>): boolean {
  const wanted = JSON.stringify(seqsOf(thread.members));
  const found = sql.all<{ seq: number; thread: number }>(
    'SELECT seq, thread FROM thread_member WHERE seq IN (SELECT value FROM json_each(?))',
    wanted,
  );
  if (found.length === 0) return false;
  const from = [...new Set(found.map((member) => member.thread))].sort((a, b) => a - b);
  const [id = 0, ...others] = from;
  for (const one of from) touched.add(one);
  detach(sql, id, new Set(found.map(({ seq }) => seq)));
  if (others.length > 0) {
    sql.run('UPDATE thread_member SET thread = ? WHERE seq IN (SELECT value FROM json_each(?))', id, wanted);
    sql.run(LEFT_BEHIND, JSON.stringify(others));
  }
  sql.run('DELETE FROM thread_todo WHERE seq IN (SELECT value FROM json_each(?))', wanted);
  sql.run(
    'UPDATE thread SET status = ?, attention = ?, mrn = ?, lrn = ?, trade = ? WHERE id = ?',
    thread.status === null ? null : JSON.stringify(thread.status),
    thread.attention,
    thread.mrn,
    thread.lrn,
    thread.trade,
    id,
  );
  putWaits(sql, id, from, thread.waits);
  return true;
}

/** What is in the thread and not meant to be begins one of its own, and is to do again. */
function detach(sql: SqlDriver, thread: number, wanted: ReadonlySet<number>): void {
  const strangers = sql
    .all<{ seq: number }>('SELECT seq FROM thread_member WHERE thread = ?', thread)
    .flatMap(({ seq }) => (wanted.has(seq) ? [] : [seq]));
  if (strangers.length === 0) return;
  clearPicked(sql);
  pick(sql, strangers);
  sql.run('DELETE FROM thread_member WHERE seq IN (SELECT seq FROM temp.picked)');
  threadPicked(sql);
}

const LEFT_BEHIND = `INSERT OR IGNORE INTO thread_todo (seq)
  SELECT m.seq FROM thread_member m WHERE m.thread IN (SELECT value FROM json_each(?))`;

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
