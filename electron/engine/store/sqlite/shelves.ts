import type { Attention, Kind, TriageState, UpstreamStatus } from '../../../../shared/notification.ts';
import type { SqlDriver } from './driver.ts';

/** One combination of what the list can be filtered by. */
export interface Shelf {
  readonly account: string;
  readonly source: string;
  readonly kind: Kind;
  readonly type: string;
  readonly attention: Attention;
  readonly state: TriageState;
  readonly upstream: UpstreamStatus | null;
  /** Whether another message leaves nothing to do; false of what need not be acted on. */
  readonly settled: boolean;
}

/** The number of a shelf, put up where there was none. */
export function shelfId(sql: SqlDriver, shelf: Shelf): number {
  const key = [
    shelf.account,
    shelf.type,
    shelf.attention,
    shelf.state,
    shelf.upstream ?? '',
    shelf.kind,
    shelf.source,
    Number(shelf.settled),
  ];
  const known = sql.get<{ id: number }>(FIND, ...key) ?? sql.get<{ id: number }>(PUT_UP, ...key);
  if (known === undefined) throw new Error('a shelf was put up and has no number');
  return known.id;
}

const FIND = `SELECT id FROM shelf
  WHERE account = ? AND type = ? AND attention = ? AND state = ? AND upstream = ? AND kind = ? AND source = ? AND settled = ?`;
const PUT_UP = `INSERT INTO shelf (account, type, attention, state, upstream, kind, source, settled)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`;

/**
 * Moves the rows in `temp.picked` to the shelf that differs from theirs in what is given alone. Absent members stay as
 * they are.
 */
export function movePicked(
  sql: SqlDriver,
  to: Partial<Pick<Shelf, 'state' | 'upstream' | 'settled'>>,
): number {
  const values = [
    to.state ?? null,
    to.upstream ?? null,
    to.settled === undefined ? null : Number(to.settled),
  ];
  sql.run(PUT_UP_TARGETS, ...values);
  return sql.run(MOVE, ...values);
}

const PUT_UP_TARGETS = `INSERT OR IGNORE INTO shelf (account, type, attention, state, upstream, kind, source, settled)
  SELECT account, type, attention, coalesce(?1, state), coalesce(?2, upstream), kind, source,
    coalesce(?3, settled) FROM shelf
  WHERE id IN (SELECT DISTINCT n.shelf FROM temp.picked p CROSS JOIN notification n ON n.seq = p.seq)`;
const MOVE = `UPDATE notification SET shelf = (
    SELECT t.id FROM shelf s JOIN shelf t ON t.account = s.account AND t.type = s.type
      AND t.attention = s.attention AND t.state = coalesce(?1, s.state)
      AND t.upstream = coalesce(?2, s.upstream) AND t.kind = s.kind AND t.source = s.source
      AND t.settled = coalesce(?3, s.settled)
    WHERE s.id = notification.shelf)
  WHERE seq IN (SELECT seq FROM temp.picked)`;

/** Empties the list of picked rows, which lives in memory and belongs to this connection. */
export function clearPicked(sql: SqlDriver): void {
  sql.exec('CREATE TEMP TABLE IF NOT EXISTS picked (seq INTEGER PRIMARY KEY)');
  sql.exec('DELETE FROM temp.picked');
}

export function pick(sql: SqlDriver, seqs: readonly number[]): void {
  sql.run('INSERT OR IGNORE INTO temp.picked SELECT value FROM json_each(?)', JSON.stringify(seqs));
}
