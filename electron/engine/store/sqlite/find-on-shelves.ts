import type { Filter } from '../../../../shared/filter.ts';
import { sql as raw } from 'kysely';
import type { Bounds } from './bounds.ts';
import type { SqlDriver, SqlValue } from './driver.ts';
import { allOf, compiler, onShelves, received } from './filter-sql.ts';

/**
 * The newest rows of the filter's shelves: each shelf is in order of arrival by its index, so they are merged,
 * and only as far as the page goes. Costs a look-up a shelf and little more, however the rows are spread.
 */
export function findOnShelves(sql: SqlDriver, filter: Filter, bounds: Bounds, limit: number): number[] {
  const shelves = heads(sql, filter, bounds, limit);
  const chunk = Math.ceil(limit / Math.max(shelves.length, 1)) + 1;
  const lines = shelves.map(({ id, head }) => new Line(sql, filter, bounds, id, head, chunk));
  const found: number[] = [];
  // Kept with the newest head last. A page takes long runs from few shelves, so one insertion a row is cheap.
  lines.sort((a, b) => a.head - b.head);
  while (found.length < limit) {
    const line = lines.pop();
    if (line === undefined) break;
    found.push(line.head);
    if (line.step()) insertByHead(lines, line);
  }
  return found;
}

/** The shelves with the newest rows. No row of another can be on the page, as each of these has a newer one. */
function heads(
  sql: SqlDriver,
  filter: Filter,
  bounds: Bounds,
  limit: number,
): { id: number; head: number }[] {
  const head = raw<number | null>`(SELECT max(n.seq) FROM notification AS n WHERE n.shelf = shelf.id
    AND n.seq < ${bounds.below} AND n.seq >= ${bounds.low} AND ${receivedWithin(filter)})`;
  const query = compiler
    .selectFrom((from) =>
      from
        .selectFrom('shelf')
        .select(['shelf.id', head.as('head')])
        .where('shelf.n', '>', 0)
        .where(onShelves(filter))
        .as('standing'),
    )
    .select(['standing.id', raw<number>`standing.head`.as('head')])
    .where('standing.head', 'is not', null)
    .orderBy('standing.head', 'desc')
    .limit(limit);
  return allOf(sql, query.compile());
}

/** One shelf, read from its newest row on in chunks. */
class Line {
  head: number;
  readonly #sql: SqlDriver;
  readonly #statement: string;
  readonly #values: readonly SqlValue[];
  readonly #chunk: number;
  #waiting: { readonly seq: number }[] = [];
  #isRead = false;

  constructor(sql: SqlDriver, filter: Filter, bounds: Bounds, shelf: number, head: number, chunk: number) {
    const times = received(filter);
    this.#sql = sql;
    this.head = head;
    this.#chunk = chunk;
    this.#values = [shelf, bounds.low, ...times.map(([, at]) => at)];
    this.#statement = `SELECT seq FROM notification WHERE shelf = ? AND seq >= ?${times
      .map(([operator]) => ` AND received_at ${operator} ?`)
      .join('')} AND seq < ? ORDER BY seq DESC LIMIT ?`;
  }

  /** Moves on to the next row; false where there is none. */
  step(): boolean {
    if (this.#waiting.length === 0 && !this.#isRead) this.#read();
    const next = this.#waiting.pop();
    if (next === undefined) return false;
    this.head = next.seq;
    return true;
  }

  #read(): void {
    this.#waiting = this.#sql.all<{ seq: number }>(this.#statement, ...this.#values, this.head, this.#chunk);
    this.#waiting.reverse();
    this.#isRead = this.#waiting.length < this.#chunk;
  }
}

function insertByHead(lines: Line[], line: Line): void {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.head ?? 0) < line.head) low = middle + 1;
    else high = middle;
  }
  lines.splice(low, 0, line);
}

const receivedWithin = (filter: Filter) => {
  const times = received(filter).map(([operator, at]) => raw`n.received_at ${raw.raw(operator)} ${at}`);
  return times.length === 0 ? raw`TRUE` : raw.join(times, raw` AND `);
};
