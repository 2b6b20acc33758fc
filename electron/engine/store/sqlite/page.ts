import type { Page } from '../../../../shared/engine-api.ts';
import type { Filter } from '../../../../shared/filter.ts';
import { cursorAfter, NEWEST, seqBefore } from './cursor.ts';
import type { SqlDriver } from './driver.ts';
import { count, COUNT_CAP, find, isCounted } from './find.ts';
import { readRows } from './rows.ts';

/** One page of what the filter shows, newest arrival first. */
export function page(sql: SqlDriver, filter: Filter, after: string | null, limit: number): Page {
  const below = seqBefore(after);
  // A first page that must count by reading reads once for both.
  const both = below === NEWEST && !isCounted(filter);
  const seqs = find(sql, filter, below, both ? Math.max(limit, COUNT_CAP) + 1 : limit + 1);
  const shown = seqs.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: readRows(sql, shown).map((row) => ({ ...row, thread: null })),
    next: seqs.length > limit && last !== undefined ? cursorAfter(last) : null,
    ...(both ? capped(seqs.length) : count(sql, filter)),
  };
}

const capped = (found: number) => ({
  total: Math.min(found, COUNT_CAP),
  totalIsCapped: found > COUNT_CAP,
});
