import type { SqlDriver } from './driver.ts';
import { tick } from './thread-clock.ts';

/** Whether a notification on shelf `s` is new and still calls. */
const CALLS = `s.state = 'new' AND s.attention = 'act' AND s.settled = 0`;

/**
 * Gives each row in `temp.picked` that has no thread one of its own, and puts all of them on the list of what is to
 * be worked out, as of `now` by the thread clock. What is known of a thread of one that has no status follows its
 * notification.
 */
export function threadPicked(sql: SqlDriver, now = tick(sql)): void {
  const last = sql.get<{ id: number | null }>('SELECT max(id) AS id FROM thread')?.id ?? 0;
  sql.run(FOLLOW);
  sql.run(FOUND);
  sql.run('INSERT INTO thread_member (seq, thread) SELECT newest, id FROM thread WHERE id > ?', last);
  sql.run(TO_DO, now);
}

/** What is on the list already stays there as of now: whoever is at work on it has not seen this. */
const TO_DO = `INSERT INTO thread_todo (seq, since) SELECT seq, ?1 FROM temp.picked WHERE true
  ON CONFLICT (seq) DO UPDATE SET since = excluded.since`;

const FOLLOW = `UPDATE thread SET (attention, mrn, lrn) = (
    SELECT s.attention, n.mrn, n.lrn FROM notification n JOIN shelf s ON s.id = n.shelf WHERE n.seq = thread.newest)
  WHERE id IN (SELECT m.thread FROM temp.picked p CROSS JOIN thread_member m ON m.seq = p.seq)
    AND newest = oldest AND status IS NULL`;
const FOUND = `INSERT INTO thread (attention, mrn, lrn, state, fresh, calling, newest, oldest)
  SELECT s.attention, n.mrn, n.lrn, s.state, s.state = 'new', ${CALLS}, p.seq, p.seq
  FROM temp.picked p CROSS JOIN notification n ON n.seq = p.seq JOIN shelf s ON s.id = n.shelf
  WHERE p.seq NOT IN (SELECT seq FROM thread_member) ORDER BY p.seq`;

/** Takes the rows in `temp.picked` out of their threads: what is left there is to do again, an empty thread is gone. */
export function unthreadPicked(sql: SqlDriver): void {
  touchPicked(sql);
  sql.run('DELETE FROM thread_todo WHERE seq IN (SELECT seq FROM temp.picked)');
  sql.run('DELETE FROM thread_member WHERE seq IN (SELECT seq FROM temp.picked)');
  sql.run(LEFT_TO_DO, tick(sql));
  recountTouched(sql);
}

const LEFT_TO_DO = `INSERT INTO thread_todo (seq, since)
  SELECT m.seq, ?1 FROM temp.touched t CROSS JOIN thread_member m ON m.thread = t.id WHERE true
  ON CONFLICT (seq) DO UPDATE SET since = excluded.since`;

/** Counts again in the threads of the rows in `temp.picked`, whose state or attention has changed. */
export function recountPicked(sql: SqlDriver): void {
  touchPicked(sql);
  recountTouched(sql);
}

/** Empties the list of threads to be counted again, which lives in memory and belongs to this connection. */
export function clearTouched(sql: SqlDriver): void {
  sql.exec('CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY)');
  sql.exec('DELETE FROM temp.touched');
}

export function touch(sql: SqlDriver, thread: number): void {
  sql.run('INSERT OR IGNORE INTO temp.touched (id) VALUES (?)', thread);
}

function touchPicked(sql: SqlDriver): void {
  clearTouched(sql);
  sql.run(
    'INSERT OR IGNORE INTO temp.touched (id) SELECT m.thread FROM temp.picked p CROSS JOIN thread_member m ON m.seq = p.seq',
  );
}

/** Removes the touched threads that are empty, with their waits, and says anew what follows from the members of the others. */
export function recountTouched(sql: SqlDriver): void {
  sql.run(`DELETE FROM wait WHERE thread IN (${EMPTY})`);
  sql.run(`DELETE FROM thread WHERE id IN (${EMPTY})`);
  sql.run(RECOUNT);
}

const EMPTY = `SELECT t.id FROM temp.touched t
  WHERE NOT EXISTS (SELECT 1 FROM thread_member m WHERE m.thread = t.id)`;

/** What the columns beside members and waits must say. `check` compares them with the same. */
export const COUNTED = `SELECT count(*) FILTER (WHERE s.state = 'new') AS fresh,
    CASE WHEN count(*) FILTER (WHERE s.state = 'new') > 0 THEN 'new'
      WHEN count(*) FILTER (WHERE s.state = 'snoozed') > 0 THEN 'snoozed' ELSE 'acknowledged' END AS state,
    max(${CALLS}) AS calling, max(m.seq) AS newest, min(m.seq) AS oldest,
    (SELECT count(*) FROM wait w WHERE w.thread = thread.id AND w.noticed_at IS NOT NULL) AS quiet
  FROM thread_member m CROSS JOIN notification n ON n.seq = m.seq CROSS JOIN shelf s ON s.id = n.shelf
  WHERE m.thread = thread.id`;

const RECOUNT = `UPDATE thread SET (fresh, state, calling, newest, oldest, quiet) = (${COUNTED})
  WHERE id IN (SELECT id FROM temp.touched)`;
