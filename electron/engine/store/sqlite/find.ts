import type { Filter } from '../../../../shared/filter.ts';
import { sql as raw } from 'kysely';
import { StoreError } from '../store.ts';
import { boundsOf, type Bounds } from './bounds.ts';
import type { SqlDriver, SqlValue } from './driver.ts';
import { allOf, choosesShelves, compiler, ofRow, onShelves, referencesAsked } from './filter-sql.ts';
import { findOnShelves } from './find-on-shelves.ts';
import { findBySearch, matchOf } from './find-by-search.ts';
import { mergeNewest } from './merge-newest.ts';

/** The newest arrivals below `below` that the filter shows, newest first, `limit` at most. */
export function find(sql: SqlDriver, filter: Filter, below: number, limit: number): number[] {
  const bounds = boundsOf(sql, filter, below);
  if (bounds === null) return [];
  const found = findWithin(sql, filter, bounds, limit);
  // Keys that a flipped bit has put out of order would lead whoever reads page by page round for ever.
  if (found.some((seq) => seq >= below)) {
    throw new StoreError(
      'store-corrupt',
      'The rows of the archive are out of order, so that they cannot be listed: "quayside check" says what is damaged.',
    );
  }
  return found;
}

function findWithin(sql: SqlDriver, filter: Filter, bounds: Bounds, limit: number): number[] {
  const query = matchOf(filter);
  if (query !== null) return findBySearch(sql, filter, query, bounds, limit);
  if (filter.references !== undefined) return findByReference(sql, filter, bounds, limit);
  if (filter.quiet !== undefined) return findByArrival(sql, filter, bounds, limit);
  if (choosesShelves(filter)) return findOnShelves(sql, filter, bounds, limit);
  return findByArrival(sql, filter, bounds, limit);
}

/** How many rows the filter shows: exact, from counters, where it chooses among shelves alone. */
export function count(sql: SqlDriver, filter: Filter): { total: number; totalIsCapped: boolean } {
  if (isCounted(filter)) return { total: standing(sql, filter), totalIsCapped: false };
  const found = find(sql, filter, Number.MAX_SAFE_INTEGER, COUNT_CAP + 1).length;
  return { total: Math.min(found, COUNT_CAP), totalIsCapped: found > COUNT_CAP };
}

export const COUNT_CAP = 1000;

/** Whether counters alone can say how many rows the filter shows. */
export const isCounted = (filter: Filter): boolean =>
  filter.references === undefined &&
  filter.quiet === undefined &&
  filter.since === undefined &&
  filter.until === undefined &&
  matchOf(filter) === null;

function standing(sql: SqlDriver, filter: Filter): number {
  const query = compiler
    .selectFrom('shelf')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('shelf.n'), raw<number>`0`).as('total'))
    .where(onShelves(filter));
  return allOf(sql, query.compile())[0]?.total ?? 0;
}

function findByArrival(sql: SqlDriver, filter: Filter, bounds: Bounds, limit: number): number[] {
  const query = compiler
    .selectFrom('notification as n')
    .select('n.seq')
    .where('n.seq', '<', bounds.below)
    .where('n.seq', '>=', bounds.low)
    .where(ofRow(filter))
    .orderBy('n.seq', 'desc')
    .limit(limit);
  return allOf(sql, query.compile()).map(({ seq }) => seq);
}

/** Rows with a reference are in order of arrival under each value, so that the values are merged. */
function findByReference(sql: SqlDriver, filter: Filter, bounds: Bounds, limit: number): number[] {
  const lines = (referencesAsked(filter) ?? []).map((value) => {
    const { sql: statement, parameters } = compiler
      .selectFrom('reference as r')
      .crossJoin('notification as n')
      .select('r.seq')
      .distinct()
      .whereRef('n.seq', '=', 'r.seq')
      .where('r.value', '=', value)
      .where('r.seq', '>=', bounds.low)
      .where(ofRow(filter))
      .where('r.seq', '<', bounds.below)
      .orderBy('r.seq', 'desc')
      .limit(limit)
      .compile();
    // The last two are where to go on and how many, which the merge fills in. It begins at the bound, which is no row.
    return { statement, values: parameters.slice(0, -2) as SqlValue[], head: bounds.below };
  });
  return mergeNewest(sql, lines, limit + 1).slice(1);
}

/** Whether the filter searches for anything. */
export const matchesBySearch = (filter: Filter): boolean => matchOf(filter) !== null;
