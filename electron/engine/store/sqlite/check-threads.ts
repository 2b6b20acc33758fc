import type { Fault } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { listed } from './listed-faults.ts';
import { COUNTED } from './thread-members.ts';

/** Every notification is of one thread, and what threads say beside their members is what the members say. */
export function* threads(sql: SqlDriver): Generator<Fault[]> {
  yield listed(
    sql,
    'SELECT seq FROM notification EXCEPT SELECT seq FROM thread_member',
    'thread',
    'is of no thread',
  );
  yield listed(
    sql,
    'SELECT seq FROM thread_member EXCEPT SELECT seq FROM notification',
    'thread',
    'is of a thread and is not there',
  );
  yield listed(
    sql,
    'SELECT seq FROM thread_todo EXCEPT SELECT seq FROM notification',
    'thread',
    'is to be put in a thread and is not there',
  );
  yield listed(
    sql,
    'SELECT id FROM thread EXCEPT SELECT thread FROM thread_member',
    'thread',
    'is a thread of nothing',
  );
  yield listed(
    sql,
    `SELECT id FROM thread WHERE (fresh, state, calling, newest, oldest, quiet) IS NOT (${COUNTED})
       AND id IN (SELECT thread FROM thread_member)`,
    'thread',
    'is a thread that says what its notifications do not',
  );
  yield sql
    .all<{ attention: string; state: string; calling: number; n: number; standing: number }>(COUNTS)
    .map(({ attention, state, calling, n, standing }) => ({
      what: 'counter',
      detail: `threads ${attention}, ${state} and ${calling === 1 ? 'calling' : 'not calling'} are said to be ${String(n)} and are ${String(standing)}`,
    }));
}

const COUNTS = `SELECT c.attention, c.state, c.calling, c.n, count(t.id) AS standing FROM thread_count c
  LEFT JOIN thread t ON t.attention = c.attention AND t.state = c.state AND t.calling = c.calling
  GROUP BY c.attention, c.state, c.calling HAVING c.n <> count(t.id)
  UNION ALL
  SELECT t.attention, t.state, t.calling, 0, count(*) FROM thread t
  WHERE NOT EXISTS (SELECT 1 FROM thread_count c WHERE c.attention = t.attention AND c.state = t.state AND c.calling = t.calling)
  GROUP BY t.attention, t.state, t.calling`;
