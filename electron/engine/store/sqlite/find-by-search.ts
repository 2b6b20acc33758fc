import { sql as raw } from 'kysely';
import type { Filter } from '../../../../shared/filter.ts';
import type { Bounds } from './bounds.ts';
import type { SqlDriver, SqlValue } from './driver.ts';
import { choosesByState, choosesShelves, compiler, ofRow, onShelves, referencesAsked } from './filter-sql.ts';
import { indexParts, PART_ROWS, tableOf } from './search-index.ts';
import { searchQuery, withTags, type Tag } from './search-words.ts';

/** The newest rows in the bounds that the filter shows and its words find, part by part of the index. */
export function findBySearch(
  sql: SqlDriver,
  filter: Filter,
  match: string,
  bounds: Bounds,
  limit: number,
): number[] {
  const hits = hitsInPart(filter, match, bounds);
  const row = choosesShelves(filter) ? rowInPart(filter) : null;
  const found: number[] = [];
  for (const part of indexParts(sql, bounds.low, bounds.below)) {
    if (found.length >= limit) break;
    // Gathering what begins with a word costs as much as a part is full, so an idle part is not asked.
    const [first, end] = [part * PART_ROWS, (part + 1) * PART_ROWS];
    if (row !== null && sql.get(row.statement, ...row.values, first, end, 1) === undefined) continue;
    const statement = hits.statement.replaceAll(SOME_PART, tableOf(part));
    const hit = sql.all<{ seq: number }>(statement, ...hits.values, limit - found.length);
    for (const { seq } of hit) found.push(seq);
  }
  return found;
}

/** The full-text query of the filter; null where it searches for nothing. */
export function matchOf(filter: Filter): string | null {
  const query = filter.search === undefined ? null : searchQuery(filter.search);
  return query === null ? null : withTags(query, tagsOf(filter));
}

/** Stands for the table of a part in statements that are written once and run for each. */
const SOME_PART = 'search_part_n';

/** A statement and its first values; the last ones differ from part to part. */
interface Template {
  readonly statement: string;
  readonly values: readonly SqlValue[];
}

/** The hits in one part: takes how many. */
function hitsInPart(filter: Filter, match: string, bounds: Bounds): Template {
  const hits = compiler
    .selectFrom(raw<{ rowid: number }>`${raw.table(SOME_PART)}`.as('f'))
    .select('f.rowid as seq')
    .where(raw<boolean>`${raw.ref(`f.${SOME_PART}`)} match ${match}`)
    .where('f.rowid', '<', bounds.below)
    .where('f.rowid', '>=', bounds.low)
    .orderBy('f.rowid', 'desc')
    .limit(0);
  // A cross join keeps the order: the index gives its rows newest first, and the rest is one look-up a row.
  const { sql: statement, parameters } = isFoundInIndex(filter)
    ? hits.compile()
    : hits
        .crossJoin('notification as n')
        .whereRef('n.seq', '=', 'f.rowid')
        .where(ofRow(filter))
        .$if(filter.references !== undefined, (some) => some.where('n.seq', 'in', referring(filter)))
        .compile();
  return { statement, values: parameters.slice(0, -1) as SqlValue[] };
}

/** One row that stands on the filter's shelves in a part: takes where the part begins and ends, and 1. */
function rowInPart(filter: Filter): Template {
  const { sql: statement, parameters } = compiler
    .selectFrom('shelf')
    .crossJoin('notification as n')
    .select('n.seq')
    .where('shelf.n', '>', 0)
    .where(onShelves(filter))
    .whereRef('n.shelf', '=', 'shelf.id')
    .where('n.seq', '>=', 0)
    .where('n.seq', '<', 0)
    .limit(1)
    .compile();
  return { statement, values: parameters.slice(0, -3) as SqlValue[] };
}

/** Whether the index alone knows all that the filter asks. */
const isFoundInIndex = (filter: Filter): boolean =>
  !choosesByState(filter) &&
  filter.references === undefined &&
  filter.quiet === undefined &&
  filter.since === undefined &&
  filter.until === undefined;

const referring = (filter: Filter) =>
  compiler
    .selectFrom('reference')
    .select('reference.seq')
    .where('reference.value', 'in', referencesAsked(filter) ?? []);

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
