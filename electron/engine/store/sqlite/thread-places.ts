import {
  ATTENTIONS,
  TRIAGE_STATES,
  type Attention,
  type TriageState,
} from '../../../../shared/notification.ts';
import type { Filter } from '../../../../shared/filter.ts';
import { NEWEST } from './cursor.ts';
import type { SqlDriver } from './driver.ts';
import { mergeNewest } from './merge-newest.ts';
import { SPAN_ROWS } from './bounds.ts';

/**
 * Where threads stand in the list. The place of a thread is its newest notification, with `until` the newest that was
 * received before: so a thread keeps its place while a person reads. Places are notification numbers, newest first,
 * and no two threads share one.
 */
export interface ThreadPlaces {
  /** The next places below `below` of threads with the filter's states and attention that call if it asks, `limit` at most. */
  readonly next: (below: number, limit: number) => number[];
  /** How many such threads there are. From counters, but for what came after `until`. */
  readonly total: () => number;
  /** The same for threads that the statement selects, all of them: it answers ids and takes `value`. */
  readonly among: (threads: string, value: string | null) => number[];
}

export function threadPlaces(sql: SqlDriver, filter: Filter): ThreadPlaces {
  const until = filter.until === undefined ? null : Date.parse(filter.until);
  const cut = until === null ? NO_CUT : cutAt(sql, until);
  const kinds = sql
    .all<Kind>('SELECT attention, state, calling, n FROM thread_count WHERE n > 0')
    .filter(({ state }) => filter.states?.includes(state) ?? true)
    .filter(({ attention }) => filter.attention?.includes(attention) ?? true)
    .filter(({ calling }) => filter.needsAction === undefined || calling === 1);
  const crossing = until === null ? [] : crossingPlaces(sql, kinds, cut, until);
  return {
    next: (below, limit) => {
      const head = Math.min(below, cut.allBefore);
      const lines = kinds.map((kind) => ({ head, statement: STANDING, values: valuesOf(kind) }));
      // Each line begins at the bound, which is no place.
      const standing = mergeNewest(sql, lines, limit + 1).slice(1);
      return mergedDown(
        crossing.filter((place) => place < below),
        standing,
      ).slice(0, limit);
    },
    total: () => {
      const all = kinds.reduce((sum, { n }) => sum + n, 0);
      if (until === null) return all;
      const below = kinds.reduce((sum, kind) => sum + countFrom(sql, kind, cut.allBefore), 0);
      return all - below + crossing.length;
    },
    among: (threads, value) =>
      sql
        .all<{ place: number }>(
          `SELECT place FROM (${placeOf(threads, filter)}) WHERE place IS NOT NULL ORDER BY place DESC`,
          cut.allBefore,
          until ?? NEWEST,
          JSON.stringify(filter.attention ?? ATTENTIONS),
          JSON.stringify(filter.states ?? TRIAGE_STATES),
          ...(value === null ? [] : [value]),
        )
        .map(({ place }) => place),
  };
}

interface Kind {
  readonly attention: Attention;
  readonly state: TriageState;
  /** Whether one of its notifications is new and still calls. */
  readonly calling: 0 | 1;
  readonly n: number;
}

const valuesOf = ({ attention, state, calling }: Kind) => [attention, state, calling] as const;

/** All arrivals below `allBefore` were received before an instant, all from `allAfter` on at or after it. */
interface Cut {
  readonly allBefore: number;
  readonly allAfter: number;
}

const NO_CUT: Cut = { allBefore: NEWEST, allAfter: NEWEST };

function cutAt(sql: SqlDriver, until: number): Cut {
  const blocks = sql.get<{ first: number | null; last: number | null }>(
    `SELECT (SELECT min(block) FROM span WHERE latest >= ?1) AS first,
       (SELECT max(block) FROM span WHERE earliest < ?1) AS last`,
    until,
  );
  const first = blocks?.first ?? null;
  const last = blocks?.last ?? null;
  return {
    allBefore: first === null ? NEWEST : first * SPAN_ROWS,
    allAfter: last === null ? 0 : (last + 1) * SPAN_ROWS,
  };
}

const STANDING = `SELECT newest AS seq FROM thread
  WHERE attention = ? AND state = ? AND calling = ? AND newest < ? ORDER BY newest DESC LIMIT ?`;

const BEFORE_UNTIL = `SELECT m.seq FROM thread_member m CROSS JOIN notification n ON n.seq = m.seq
  WHERE m.thread = thread.id AND n.received_at < ?2 ORDER BY m.seq DESC LIMIT 1`;

/** Places of threads whose newest notification may have come after `until` and whose oldest did not, newest first. */
function crossingPlaces(sql: SqlDriver, kinds: readonly Kind[], cut: Cut, until: number): number[] {
  return kinds
    .flatMap((kind) =>
      sql.all<{ place: number | null }>(CROSSING, cut.allBefore, until, cut.allAfter, ...valuesOf(kind)),
    )
    .flatMap(({ place }) => place ?? [])
    .sort((a, b) => b - a);
}

const CROSSING = `SELECT (${BEFORE_UNTIL}) AS place FROM thread
  WHERE attention = ?4 AND state = ?5 AND calling = ?6 AND newest >= ?1 AND oldest < ?3`;

const placeOf = (
  threads: string,
  { needsAction }: Filter,
) => `SELECT CASE WHEN newest < ?1 THEN newest ELSE (${BEFORE_UNTIL}) END AS place
  FROM thread WHERE id IN (${threads})
    AND attention IN (SELECT value FROM json_each(?3)) AND state IN (SELECT value FROM json_each(?4))
    ${needsAction === undefined ? '' : 'AND calling = 1'}`;

const countFrom = (sql: SqlDriver, kind: Kind, newest: number): number =>
  sql.get<{ n: number }>(
    'SELECT count(*) AS n FROM thread WHERE attention = ? AND state = ? AND calling = ? AND newest >= ?',
    ...valuesOf(kind),
    newest,
  )?.n ?? 0;

/** Two lists that fall, as one. */
function mergedDown(a: readonly number[], b: readonly number[]): number[] {
  return [...a, ...b].sort((one, other) => other - one);
}
