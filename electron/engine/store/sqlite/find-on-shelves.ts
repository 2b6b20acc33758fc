import { sql as raw } from 'kysely';
import type { Filter } from '../../../../shared/filter.ts';
import type { Bounds } from './bounds.ts';
import type { SqlDriver } from './driver.ts';
import { allOf, compiler, onShelves, received } from './filter-sql.ts';
import { mergeNewest } from './merge-newest.ts';

/**
 * The newest rows of the filter's shelves: each shelf is in order of arrival by its index, so they are merged,
 * and only as far as the page goes. Costs a look-up a shelf and little more, however the rows are spread.
 */
export function findOnShelves(sql: SqlDriver, filter: Filter, bounds: Bounds, limit: number): number[] {
  const times = received(filter);
  const statement = `SELECT seq FROM notification WHERE shelf = ? AND seq >= ?${times
    .map(([operator]) => ` AND received_at ${operator} ?`)
    .join('')} AND seq < ? ORDER BY seq DESC LIMIT ?`;
  const lines = heads(sql, filter, bounds, limit).map(({ id, head }) => ({
    head,
    statement,
    values: [id, bounds.low, ...times.map(([, at]) => at)],
  }));
  return mergeNewest(sql, lines, limit);
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

const receivedWithin = (filter: Filter) => {
  const times = received(filter).map(([operator, at]) => raw`n.received_at ${raw.raw(operator)} ${at}`);
  return times.length === 0 ? raw`TRUE` : raw.join(times, raw` AND `);
};
