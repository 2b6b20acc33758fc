import type { SqlDriver, SqlValue } from './driver.ts';

/** A row's number in some order of its own, newest first: one shelf, one reference. */
export interface Line {
  /** The newest row on it. */
  readonly head: number;
  /** Takes `values`, then the number below which to go on and how many; answers `seq`, newest first. */
  readonly statement: string;
  readonly values: readonly SqlValue[];
}

/** The newest rows of all the lines together, each once, `limit` at most. Reads each line only as far as it is needed. */
export function mergeNewest(sql: SqlDriver, lines: readonly Line[], limit: number): number[] {
  const chunk = Math.ceil(limit / Math.max(lines.length, 1)) + 1;
  // Kept with the newest head last. Long runs come from few lines, so one insertion a row is cheap.
  const readers = lines.map((line) => new Reader(sql, line, chunk)).sort((a, b) => a.head - b.head);
  const found: number[] = [];
  while (found.length < limit) {
    const reader = readers.pop();
    if (reader === undefined) break;
    if (found.at(-1) !== reader.head) found.push(reader.head);
    if (reader.step()) insertByHead(readers, reader);
  }
  return found;
}

class Reader {
  head: number;
  readonly #sql: SqlDriver;
  readonly #line: Line;
  readonly #chunk: number;
  #waiting: { readonly seq: number }[] = [];
  #isRead = false;

  constructor(sql: SqlDriver, line: Line, chunk: number) {
    this.head = line.head;
    this.#sql = sql;
    this.#line = line;
    this.#chunk = chunk;
  }

  /** Moves on to the next row; false where there is none. */
  step(): boolean {
    if (this.#waiting.length === 0 && !this.#isRead) this.#read();
    const next = this.#waiting.pop();
    if (next === undefined) return false;
    this.head = next.seq;
    return true;
  }

  #read(): void {
    const { statement, values } = this.#line;
    this.#waiting = this.#sql.all<{ seq: number }>(statement, ...values, this.head, this.#chunk);
    this.#waiting.reverse();
    this.#isRead = this.#waiting.length < this.#chunk;
  }
}

function insertByHead(readers: Reader[], reader: Reader): void {
  let low = 0;
  let high = readers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readers[middle]?.head ?? 0) < reader.head) low = middle + 1;
    else high = middle;
  }
  readers.splice(low, 0, reader);
}
