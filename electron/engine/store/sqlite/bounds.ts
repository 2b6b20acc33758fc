import type { Filter } from '../../../../shared/filter.ts';
import type { SqlDriver } from './driver.ts';
import { allOf, choosesByState, compiler, onShelves, referencesAsked } from './filter-sql.ts';
import { sql as raw } from 'kysely';

/** Arrivals from `low` to below `below`. */
export interface Bounds {
  readonly low: number;
  readonly below: number;
}

/**
 * Between which arrivals the filter can find anything, given that nothing at or above `below` is wanted.
 * Null where it can find nothing. Never too narrow; wider than needed only where the wall clock was set back.
 */
export function boundsOf(sql: SqlDriver, filter: Filter, below: number): Bounds | null {
  let bounds: Bounds = { low: 0, below };
  if (filter.since !== undefined || filter.until !== undefined) {
    const spans = sql.get<{ first: number | null; last: number | null }>(
      'SELECT min(block) AS first, max(block) AS last FROM span WHERE latest >= ? AND earliest < ?',
      filter.since === undefined ? Number.MIN_SAFE_INTEGER : Date.parse(filter.since),
      filter.until === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(filter.until),
    );
    if (!spans || spans.first === null || spans.last === null) return null;
    bounds = within(bounds, spans.first * SPAN_ROWS, (spans.last + 1) * SPAN_ROWS);
  }
  if (filter.search !== undefined && choosesByState(filter)) {
    const stands = shelfEnds(sql, filter);
    if (stands === null) return null;
    bounds = within(bounds, stands.low, stands.below);
  }
  if (filter.search !== undefined && filter.references !== undefined) {
    const ends = sql.get<{ first: number | null; last: number | null }>(
      'SELECT min(seq) AS first, max(seq) AS last FROM reference WHERE value IN (SELECT value FROM json_each(?))',
      JSON.stringify(referencesAsked(filter)),
    );
    if (!ends || ends.first === null || ends.last === null) return null;
    bounds = within(bounds, ends.first, ends.last + 1);
  }
  return bounds.low < bounds.below ? bounds : null;
}

/** A span covers `seq >> 10`, as the trigger writes it. */
export const SPAN_ROWS = 1024;

const within = (bounds: Bounds, low: number, below: number): Bounds => ({
  low: Math.max(bounds.low, low),
  below: Math.min(bounds.below, below),
});

/** The oldest and newest row on the filter's shelves: what is new is seldom old, so a search reads little. */
function shelfEnds(sql: SqlDriver, filter: Filter): Bounds | null {
  const end = (which: 'min' | 'max') =>
    raw<
      number | null
    >`${raw.raw(which)}((SELECT ${raw.raw(which)}(seq) FROM notification WHERE shelf = shelf.id))`;
  const query = compiler
    .selectFrom('shelf')
    .select([end('min').as('first'), end('max').as('last')])
    .where('shelf.n', '>', 0)
    .where(onShelves(filter));
  const [ends] = allOf(sql, query.compile());
  if (!ends || ends.first === null || ends.last === null) return null;
  return { low: ends.first, below: ends.last + 1 };
}
