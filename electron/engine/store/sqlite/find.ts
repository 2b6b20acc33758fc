import type { Filter } from '../../../../shared/filter.ts';
import { sql as raw } from 'kysely';
import { boundsOf, type Bounds } from './bounds.ts';
import type { SqlDriver, SqlValue } from './driver.ts';
import { allOf, choosesByState, choosesShelves, compiler, ofRow, onShelves } from './filter-sql.ts';
import { findOnShelves } from './find-on-shelves.ts';
import { mergeNewest } from './merge-newest.ts';
import { indexParts, PART_ROWS, tableOf } from './search-index.ts';
import { searchQuery, withTags, type Tag } from './search-words.ts';

/** The newest arrivals below `below` that the filter shows, newest first, `limit` at most. */
export function find(sql: SqlDriver, filter: Filter, below: number, limit: number): number[] {
  const bounds = boundsOf(sql, filter, below);
  if (bounds === null) return [];
  const query = matchOf(filter);
  if (query !== null) return findBySearch(sql, filter, query, bounds, limit);
  if (filter.references !== undefined) return findByReference(sql, filter, bounds, limit);
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
  const lines = [...new Set(filter.references)].map((value) => {
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

function findBySearch(sql: SqlDriver, filter: Filter, match: string, bounds: Bounds, limit: number) {
  const found: number[] = [];
  for (const part of indexParts(sql, bounds.low, bounds.below)) {
    if (found.length >= limit) break;
    if (choosesShelves(filter) && !hasRowIn(sql, filter, part)) continue;
    found.push(...findInPart(sql, filter, match, bounds, part, limit - found.length));
  }
  return found;
}

/** Whether a part holds anything that the filter's shelves show: a look-up a shelf, where a search gathers a whole part. */
function hasRowIn(sql: SqlDriver, filter: Filter, part: number): boolean {
  const query = compiler
    .selectFrom('shelf')
    .crossJoin('notification as n')
    .select('n.seq')
    .where('shelf.n', '>', 0)
    .where(onShelves(filter))
    .whereRef('n.shelf', '=', 'shelf.id')
    .where('n.seq', '>=', part * PART_ROWS)
    .where('n.seq', '<', (part + 1) * PART_ROWS)
    .limit(1);
  return allOf(sql, query.compile()).length > 0;
}

function findInPart(
  sql: SqlDriver,
  filter: Filter,
  match: string,
  bounds: Bounds,
  part: number,
  limit: number,
): number[] {
  const table = tableOf(part);
  const hits = compiler
    .selectFrom(raw<{ rowid: number }>`${raw.table(table)}`.as('f'))
    .select('f.rowid as seq')
    .where(raw<boolean>`${raw.ref(`f.${table}`)} match ${match}`)
    .where('f.rowid', '<', bounds.below)
    .where('f.rowid', '>=', bounds.low)
    .orderBy('f.rowid', 'desc')
    .limit(limit);
  // A cross join keeps the order: the index gives its rows newest first, and the rest is one look-up a row.
  const query = isFoundInIndex(filter)
    ? hits.compile()
    : hits
        .crossJoin('notification as n')
        .whereRef('n.seq', '=', 'f.rowid')
        .where(ofRow(filter))
        .$if(filter.references !== undefined, (some) => some.where('n.seq', 'in', referring(filter)))
        .compile();
  return allOf<{ seq: number }>(sql, query).map(({ seq }) => seq);
}

/** Whether the index alone knows all that the filter asks. */
const isFoundInIndex = (filter: Filter): boolean =>
  !choosesByState(filter) &&
  filter.references === undefined &&
  filter.since === undefined &&
  filter.until === undefined;

const referring = (filter: Filter) =>
  compiler
    .selectFrom('reference')
    .select('reference.seq')
    .where('reference.value', 'in', filter.references ?? []);

/** Whether the filter searches for anything. */
export const matchesBySearch = (filter: Filter): boolean => matchOf(filter) !== null;

/** The full-text query of the filter; null where it searches for nothing. */
function matchOf(filter: Filter): string | null {
  const query = filter.search === undefined ? null : searchQuery(filter.search);
  return query === null ? null : withTags(query, tagsOf(filter));
}

const tagsOf = (filter: Filter): Tag[][] =>
  TAGGED.flatMap(([member, tag]) => {
    const values = filter[member];
    // An empty choice shows nothing: a tag that no row carries says so.
    return values === undefined
      ? []
      : [(values.length === 0 ? ['none'] : values).map((value) => ({ member: tag, value }))];
  });

const TAGGED = [
  ['accounts', 'account'],
  ['sources', 'source'],
  ['types', 'type'],
  ['attention', 'attention'],
] as const;
