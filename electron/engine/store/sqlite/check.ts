import type { Fault } from '../store.ts';
import { facts, payloads } from './check-bodies.ts';
import { cursors, schema } from './check-schema.ts';
import { threads } from './check-threads.ts';
import type { SqlDriver } from './driver.ts';
import { listed, NAMED } from './listed-faults.ts';
import { PART_ROWS, tableOf } from './search-index.ts';
import { storeErrorOf } from './store-failure.ts';

/**
 * Looks at everything that is stored, one entry a fault. Reads the whole file, so it lets other work in between
 * its steps.
 */
export async function check(sql: SqlDriver, file: string, mayWrite: boolean): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [what, examine] of EXAMINATIONS) {
    try {
      for (const found of examine(sql, mayWrite)) {
        faults.push(...found);
        await breath();
      }
    } catch (error) {
      const known = storeErrorOf(error, file);
      if (known === null) throw error;
      faults.push({ what, detail: known.detail });
    }
  }
  return faults;
}

const EXAMINATIONS = [
  ['database', integrity],
  ['schema', schema],
  ['cursor', cursors],
  ['reference', foreignKeys],
  ['counter', counters],
  ['search', searchIndex],
  ['payload', payloads],
  ['facts', facts],
  ['status', upstreamStatuses],
  ['thread', threads],
] as const;

const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

function* integrity(sql: SqlDriver): Generator<Fault[]> {
  const lines = sql.all<{ integrity_check: string }>(`PRAGMA integrity_check(${String(NAMED)})`);
  yield lines
    .filter((line) => line.integrity_check !== 'ok')
    .map((line) => ({ what: 'database', detail: line.integrity_check }));
}

function* foreignKeys(sql: SqlDriver): Generator<Fault[]> {
  yield sql
    .all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check')
    .slice(0, NAMED)
    .map(({ table, rowid, parent }) => ({
      what: 'reference',
      detail: `${table} ${String(rowid)} points to a ${parent} that is not there`,
    }));
}

function* counters(sql: SqlDriver): Generator<Fault[]> {
  yield sql
    .all<{ id: number; n: number; standing: number }>(
      `SELECT s.id, s.n, count(n.seq) AS standing FROM shelf s LEFT JOIN notification n ON n.shelf = s.id
       GROUP BY s.id HAVING s.n <> count(n.seq)`,
    )
    .map(({ id, n, standing }) => ({
      what: 'counter',
      detail: `shelf ${String(id)} says ${String(n)} and holds ${String(standing)}`,
    }));
}

function* searchIndex(sql: SqlDriver, mayWrite: boolean): Generator<Fault[]> {
  // FTS5 takes this question as a write, although it changes nothing.
  for (const { part } of mayWrite ? sql.all<{ part: number }>(PARTS) : []) {
    const table = tableOf(part);
    sql.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 0)`);
    yield [];
  }
  for (const { part } of sql.all<{ part: number }>(PARTS)) {
    const rows = `SELECT seq FROM notification WHERE seq >= ${String(part * PART_ROWS)} AND seq < ${String((part + 1) * PART_ROWS)}`;
    const indexed = `SELECT id FROM ${tableOf(part)}_docsize`;
    yield [
      ...listed(sql, `${rows} EXCEPT ${indexed}`, 'search', 'cannot be found by its words'),
      ...listed(sql, `${indexed} EXCEPT ${rows}`, 'search', 'is indexed and is not there'),
    ];
  }
  yield listed(
    sql,
    `SELECT seq FROM notification WHERE seq / ${String(PART_ROWS)} NOT IN (SELECT part FROM search_part)`,
    'search',
    'cannot be found by its words',
  );
}

const PARTS = 'SELECT part FROM search_part ORDER BY part';

function* upstreamStatuses(sql: SqlDriver): Generator<Fault[]> {
  yield listed(
    sql,
    `SELECT n.seq FROM notification n JOIN shelf s ON s.id = n.shelf JOIN payload p ON p.id = n.payload
     WHERE s.upstream <> coalesce(p.upstream, '') OR s.account <> p.account OR s.source <> p.source`,
    'status',
    'stands under another status, account or source than its payload',
  );
}
