import type { SqlDriver } from './driver.ts';
import type { SearchDocument } from './search-words.ts';

/**
 * The full-text index lies in parts of 32,768 arrivals. FTS5 gathers every row that holds a beginning such as
 * `decl` before it gives the first: over a million rows that takes 60 ms and more, over the newest part 2 ms, and
 * a page of something common needs no other part. So no prefix index is needed either, which would double the
 * size of the index and the time to write it.
 */
export const PART_ROWS = 32_768;

export const partOf = (seq: number): number => Math.floor(seq / PART_ROWS);
export const tableOf = (part: number): string => `search_${String(part)}`;

export interface Indexed {
  readonly seq: number;
  readonly document: SearchDocument;
}

/** Puts rows into the index, each in the place of what was there under its number. */
export function addToIndex(sql: SqlDriver, rows: readonly Indexed[]): void {
  if (rows.length === 0) return;
  const touched = new Set(rows.map(({ seq }) => partOf(seq)));
  for (const part of touched) openPart(sql, part);
  for (const { seq, document } of rows) addRow(sql, seq, document);
  mergeSome(sql, touched);
}

function addRow(sql: SqlDriver, seq: number, document: SearchDocument): void {
  const part = partOf(seq);
  sql.run(
    `INSERT OR REPLACE INTO ${tableOf(part)} (rowid, words, inside, tags) VALUES (?, ?, ?, ?)`,
    seq,
    document.words,
    document.inside,
    document.tags,
  );
}

/** Takes one row out. Its words go when its part is merged, which is due again. */
export function removeFromIndex(sql: SqlDriver, seq: number): void {
  openPart(sql, partOf(seq));
  sql.run(`DELETE FROM ${tableOf(partOf(seq))} WHERE rowid = ?`, seq);
}

/** The parts that may hold arrivals from `low` to below `below`, newest first. */
export function indexParts(sql: SqlDriver, low: number, below: number): readonly number[] {
  return sql
    .all<{
      part: number;
    }>(
      'SELECT part FROM search_part WHERE part BETWEEN ? AND ? ORDER BY part DESC',
      partOf(low),
      partOf(below),
    )
    .map(({ part }) => part);
}

/** Contentless: the words are in the payload already. Positions are kept, so that `GB/123-45` is one phrase. */
function openPart(sql: SqlDriver, part: number): void {
  const state = sql.get<{ state: number }>('SELECT state FROM search_part WHERE part = ?', part)?.state;
  if (state === GROWS) return;
  if (state === undefined) {
    sql.exec(
      `CREATE VIRTUAL TABLE ${tableOf(part)} USING fts5(words, inside, tags, content='', contentless_delete=1,
         tokenize='unicode61 remove_diacritics 2')`,
    );
    // Replaced rows leave with the next merge, and not in one long go when a tenth of them has been replaced.
    sql.exec(`INSERT INTO ${tableOf(part)} (${tableOf(part)}, rank) VALUES ('deletemerge', 0)`);
  }
  sql.run('INSERT OR REPLACE INTO search_part (part, state) VALUES (?, ?)', part, GROWS);
}

const GROWS = 0;
const MERGES = 1;
const MERGED = 2;

/**
 * Merges a little more of the oldest full part into one piece, in which a look-up costs a fifth. Done with each
 * write, in steps of a millisecond or two, so that nothing ever waits for it.
 */
function mergeSome(sql: SqlDriver, touched: ReadonlySet<number>): void {
  const newest = Math.max(...touched);
  const next = sql.get<{ part: number; state: number }>(
    `SELECT part, state FROM search_part WHERE state <> ${String(MERGED)} AND part < ? ORDER BY part LIMIT 1`,
    newest,
  );
  if (next === undefined || touched.has(next.part)) return;
  const table = tableOf(next.part);
  const before = totalChanges(sql);
  // A negative count begins a merge of everything, a positive one goes on with it.
  const pages = next.state === GROWS ? -MERGE_PAGES : MERGE_PAGES;
  sql.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, pages);
  const isDone = totalChanges(sql) - before < 2;
  sql.run('UPDATE search_part SET state = ? WHERE part = ?', isDone ? MERGED : MERGES, next.part);
}

const MERGE_PAGES = 32;

const totalChanges = (sql: SqlDriver): number =>
  sql.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
