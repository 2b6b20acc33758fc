import type { SqlDriver } from './driver.ts';
import { readPragma } from './pragmas.ts';

/** One number that rises with every change to what the list may show, whoever made it. */
export class Revision {
  value: number;
  readonly #sql: SqlDriver;
  readonly #listeners = new Set<(revision: number) => void>();
  #dataVersion: unknown;

  /** Begins at the time of opening, so that it also rises over a restart. */
  constructor(sql: SqlDriver, openedAt: number) {
    this.value = openedAt;
    this.#sql = sql;
    this.#dataVersion = readPragma(sql, 'data_version');
  }

  raise(): void {
    this.value += 1;
    const { value } = this;
    // A listener that throws is a bug of its own and not a write that failed.
    for (const listener of this.#listeners) queueMicrotask(() => listener(value));
  }

  listen(listener: (revision: number) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** SQLite's data version changes with the commits of other connections and never with our own. */
  noticeForeignChanges(): void {
    const dataVersion = readPragma(this.#sql, 'data_version');
    if (dataVersion === this.#dataVersion) return;
    this.#dataVersion = dataVersion;
    this.raise();
  }
}
