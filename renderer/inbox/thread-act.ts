import type { Bridge } from '../../shared/bridge.ts';
import type { ListRow } from '../../shared/engine-api.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Filter } from '../../shared/filter.ts';
import { ok, type Result } from '../../shared/result.ts';
import { settle } from '../app/bridge.ts';
import { asListed, freshIn, idsOf } from './list-row.ts';
import { threadNoun } from '../ui/source-subject.ts';
import { acknowledgedSentence } from './list-words.ts';
import type { Act } from './triage.ts';

/** The engine's own limit on a list of ids. */
const MOST_IDS = 10_000;
/** The engine's own limit on a page. */
const ROWS_A_PAGE = 500;

/** Acknowledging these rows, and those of them that it reaches; a null act for none. */
export function actOn(chosen: readonly ListRow[]): { act: Act | null; rows: readonly ListRow[] } {
  const rows = withinLimit(chosen);
  if (rows.length === 0) return { act: null, rows };
  const selection = { ids: rows.flatMap(idsOf) };
  // Of notifications the engine's own sentence says it all.
  if (rows.every(({ thread }) => thread === null)) return { act: { selection }, rows };
  const threads = {
    acted: rows.length,
    noun: threadNoun(rows.map(({ source }) => source)),
    name: rows.length === 1 ? nameOf(rows[0]) : null,
    rest: rows.length < chosen.length,
  };
  return { act: { selection, sentence: ({ changed }) => acknowledgedSentence(threads, changed) }, rows };
}

/**
 * Acknowledging all threads that a filter shows. The engine's own act by filter takes single notifications, each of
 * which must meet the filter by itself: of a thread it would take a part, and what no thread shows yet as well.
 * So the threads are walked and their notifications named, as many as go in one call.
 */
export async function walkThreads(
  bridge: Pick<Bridge, 'page'>,
  filter: Filter,
): Promise<Result<Act | null, Failure>> {
  const found: ListRow[] = [];
  let ids = 0;
  let after: string | null = null;
  do {
    const answer: Awaited<ReturnType<Bridge['page']>> = await settle(
      bridge.page({ filter, by: 'thread', after, limit: ROWS_A_PAGE }),
    );
    if (!answer.ok) return answer;
    const rows = answer.value.rows.map(asListed).filter((row) => freshIn(row) > 0);
    found.push(...rows);
    ids += rows.reduce((sum, row) => sum + idsOf(row).length, 0);
    after = answer.value.next;
  } while (after !== null && ids <= MOST_IDS);
  return ok(actOn(found).act);
}

/** The first rows whose notifications go in one call; a thread is never taken in part. */
function withinLimit(rows: readonly ListRow[]): readonly ListRow[] {
  let ids = 0;
  const end = rows.findIndex((row) => (ids += idsOf(row).length) > MOST_IDS);
  return end < 0 ? rows : rows.slice(0, end);
}

function nameOf(row: ListRow | undefined): string | null {
  return row?.thread?.lrn ?? row?.thread?.mrn ?? row?.lrn ?? row?.mrn ?? null;
}
