import type { Fault } from '../store.ts';
import type { SqlDriver } from './driver.ts';

/** Faults of one kind that are named one by one; the rest are counted. */
export const NAMED = 20;

/** One fault for each number that the query finds. */
export function listed(sql: SqlDriver, query: string, what: string, fault: string): Fault[] {
  const found = sql.all<Record<string, number>>(query).map((row) => Object.values(row)[0]);
  const named = found.slice(0, NAMED).map((id) => ({ what, detail: `${String(id)} ${fault}` }));
  const rest = found.length - named.length;
  return rest > 0 ? [...named, { what, detail: `and ${String(rest)} more` }] : named;
}
