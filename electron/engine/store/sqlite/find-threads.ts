import type { Filter } from '../../../../shared/filter.ts';
import { NEWEST } from './cursor.ts';
import type { SqlDriver } from './driver.ts';
import { allOf, compiler, ofRow, QUIET_THREADS } from './filter-sql.ts';
import { count, COUNT_CAP, find, matchesBySearch } from './find.ts';
import { threadPlaces, type ThreadPlaces } from './thread-places.ts';
import { sql as raw } from 'kysely';

export interface FoundThreads {
  /** The notifications that bear the threads, newest first. */
  readonly places: readonly number[];
  readonly total: number;
  readonly totalIsCapped: boolean;
}

/** The threads below `below` that the filter shows, newest first, `limit` at most. */
export function findThreads(
  sql: SqlDriver,
  filter: Filter,
  below: number,
  limit: number,
  effort: Effort = EFFORT,
): FoundThreads {
  const standing = threadPlaces(sql, filter);
  const asked = askedOfMembers(filter);
  if (filter.quiet !== undefined) return ofQuiet(sql, filter, standing, asked, below, limit);
  if (asked === null) {
    return { places: standing.next(below, limit), total: standing.total(), totalIsCapped: false };
  }
  if (isSought(asked)) {
    const matches = find(sql, asked, NEWEST, effort.matches + 1);
    const isCapped = matches.length > effort.matches;
    return ofMatches(standing, matches.slice(0, effort.matches), isCapped, below, limit);
  }
  if (!isFew(sql, asked, effort.few)) {
    const walked = walk(sql, standing, asked, below, limit, effort);
    if (walked !== null) return walked;
  }
  return ofMatches(standing, find(sql, asked, NEWEST, NEWEST), false, below, limit);
}

/** How far each way of finding is followed. */
interface Effort {
  /** Of a word that most notifications share so many of the newest make the list: whoever searches, narrows down. */
  readonly matches: number;
  /** Matches whose threads are looked up one and all; where there may be more, the list is walked and each thread asked. */
  readonly few: number;
  /** Threads that are asked at most, before all matches are looked up after all. */
  readonly patience: number;
  /** Threads that are asked at once. */
  readonly chunk: number;
}

const EFFORT: Effort = { matches: 5000, few: 10_000, patience: 20_000, chunk: 500 };

/** What one notification of a thread must meet; null where nothing is asked of it. */
function askedOfMembers(filter: Filter): Filter | null {
  const asked = without(filter, ['states', 'attention', 'needsAction', 'quiet']);
  const isAsked = matchesBySearch(filter) || Object.keys(without(asked, ['search', 'until'])).length > 0;
  return isAsked ? asked : null;
}

const without = (filter: Filter, members: readonly (keyof Filter)[]): Filter =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([member, value]) => value !== undefined && !members.includes(member as keyof Filter),
    ),
  );

const isSought = (asked: Filter): boolean => asked.references !== undefined || matchesBySearch(asked);

function isFew(sql: SqlDriver, asked: Filter, few: number): boolean {
  return count(sql, without(asked, ['since', 'until'])).total <= few;
}

function ofMatches(
  standing: ThreadPlaces,
  matches: readonly number[],
  totalIsCapped: boolean,
  below: number,
  limit: number,
): FoundThreads {
  const places = standing.among(THREADS_OF, JSON.stringify(matches));
  return { places: pageOf(places, below, limit), total: places.length, totalIsCapped };
}

const THREADS_OF = 'SELECT thread FROM thread_member WHERE seq IN (SELECT value FROM json_each(?5))';

const pageOf = (places: readonly number[], below: number, limit: number): number[] =>
  places.filter((place) => place < below).slice(0, limit);

/** Threads with a notice are few, so all of them are looked at. */
function ofQuiet(
  sql: SqlDriver,
  filter: Filter,
  standing: ThreadPlaces,
  asked: Filter | null,
  below: number,
  limit: number,
): FoundThreads {
  const quiet = standing.among(QUIET_THREADS, null);
  const places = asked === null ? quiet : common(quiet, met(sql, filter, standing, asked, quiet));
  return { places: pageOf(places, below, limit), total: places.length, totalIsCapped: false };
}

function met(
  sql: SqlDriver,
  filter: Filter,
  standing: ThreadPlaces,
  asked: Filter,
  places: readonly number[],
): number[] {
  if (!isSought(asked)) return meeting(sql, asked, places);
  const quiet = { ...asked, ...(filter.quiet === undefined ? {} : { quiet: filter.quiet }) };
  return standing.among(THREADS_OF, JSON.stringify(find(sql, quiet, NEWEST, NEWEST)));
}

function common(places: readonly number[], others: readonly number[]): number[] {
  const known = new Set(others);
  return places.filter((place) => known.has(place));
}

/** Asks thread after thread down the list; null where too many had to be asked to fill the page. */
function walk(
  sql: SqlDriver,
  standing: ThreadPlaces,
  asked: Filter,
  below: number,
  limit: number,
  effort: Effort,
): FoundThreads | null {
  const fromTop = ask(sql, standing, asked, NEWEST, COUNT_CAP + 1, effort);
  const counted = {
    total: Math.min(fromTop.places.length, COUNT_CAP),
    totalIsCapped: !fromTop.isEnd,
  };
  const ahead = fromTop.places.filter((place) => place < below);
  if (fromTop.isEnd || ahead.length >= limit) return { places: ahead.slice(0, limit), ...counted };
  const page = ask(sql, standing, asked, below, limit, effort);
  return page.isEnd || page.places.length >= limit ? { places: page.places, ...counted } : null;
}

function ask(
  sql: SqlDriver,
  standing: ThreadPlaces,
  asked: Filter,
  from: number,
  limit: number,
  { patience, chunk: size }: Effort,
): { places: number[]; isEnd: boolean } {
  const places: number[] = [];
  let below = from;
  for (let seen = 0; seen < patience; seen += size) {
    const chunk = standing.next(below, size);
    for (const place of meeting(sql, asked, chunk)) places.push(place);
    if (places.length >= limit) return { places: places.slice(0, limit), isEnd: false };
    const last = chunk.at(-1);
    if (last === undefined || chunk.length < size) return { places, isEnd: true };
    below = last;
  }
  return { places, isEnd: false };
}

/** Those of these places whose thread has a notification that meets what is asked. */
function meeting(sql: SqlDriver, asked: Filter, places: readonly number[]): number[] {
  const query = compiler
    .selectFrom(raw<{ value: number }>`json_each(${JSON.stringify(places)})`.as('place'))
    .select('place.value as seq')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('thread_member as m')
          .crossJoin('notification as n')
          .select('n.seq')
          .whereRef('n.seq', '=', 'm.seq')
          .where('m.thread', '=', raw<number>`(SELECT thread FROM thread_member WHERE seq = place.value)`)
          .where(ofRow(asked)),
      ),
    )
    .compile();
  return allOf<{ seq: number }>(sql, query).map(({ seq }) => seq);
}
