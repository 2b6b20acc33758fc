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

/** Puts one row into the index, in the place of what was there under its number. */
export function addToIndex(sql: SqlDriver, seq: number, document: SearchDocument): void {
  const part = partOf(seq);
  if (sql.get('SELECT 1 FROM search_part WHERE part = ?', part) === undefined) createPart(sql, part);
  sql.run(
    `INSERT OR REPLACE INTO ${tableOf(part)} (rowid, words, inside, tags) VALUES (?, ?, ?, ?)`,
    seq,
    document.words,
    document.inside,
    document.tags,
  );
}

export function removeFromIndex(sql: SqlDriver, seq: number): void {
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
function createPart(sql: SqlDriver, part: number): void {
  sql.exec(
    `CREATE VIRTUAL TABLE ${tableOf(part)} USING fts5(words, inside, tags, content='', contentless_delete=1,
       tokenize='unicode61 remove_diacritics 2')`,
  );
  sql.run('INSERT INTO search_part (part) VALUES (?)', part);
}
