import type { Fault } from '../store.ts';
import { threads } from './check-threads.ts';
import type { SqlDriver } from './driver.ts';
import { listed, NAMED } from './listed-faults.ts';
import { wholePayload, type StoredPayload } from './payload-bytes.ts';
import { factsIn } from './rows.ts';
import { PART_ROWS, tableOf } from './search-index.ts';
import { storeErrorOf } from './store-failure.ts';

/**
 * Looks at everything that is stored, one entry a fault. Reads the whole file, so it lets other work in between
 * its steps.
 */
export async function check(sql: SqlDriver, file: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [what, examine] of EXAMINATIONS) {
    try {
      for (const found of examine(sql)) {
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
  ['reference', foreignKeys],
  ['counter', counters],
  ['search', searchIndex],
  ['payload', bodies],
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

function* searchIndex(sql: SqlDriver): Generator<Fault[]> {
  for (const { part } of sql.all<{ part: number }>('SELECT part FROM search_part ORDER BY part')) {
    const table = tableOf(part);
    sql.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 0)`);
    yield [];
  }
  for (const { part } of sql.all<{ part: number }>('SELECT part FROM search_part ORDER BY part')) {
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

const CHUNK = 200;

/** Every notification has its facts, every payload its bytes, and all of them can be read. */
function* bodies(sql: SqlDriver): Generator<Fault[]> {
  yield listed(sql, 'SELECT seq FROM notification EXCEPT SELECT seq FROM facts', 'facts', 'are missing');
  yield listed(
    sql,
    'SELECT id FROM payload EXCEPT SELECT payload FROM payload_body',
    'payload',
    'has no bytes',
  );
  let after = 0;
  for (;;) {
    const chunk = sql.all<StoredPayload & { id: number; account: string; remote_id: string }>(
      `SELECT p.id, p.account, p.remote_id, p.bytes, p.envelope, b.body
       FROM payload p JOIN payload_body b ON b.payload = p.id
       WHERE p.id > ? ORDER BY p.id LIMIT ${String(CHUNK)}`,
      after,
    );
    yield chunk
      .filter((payload) => wholePayload(payload) === null)
      .map(({ id, account, remote_id }) => damaged('payload', id, ` (${account}, ${remote_id})`));
    const last = chunk.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  after = 0;
  for (;;) {
    const chunk = sql.all<{ seq: number; body: Uint8Array }>(
      `SELECT seq, body FROM facts WHERE seq > ? ORDER BY seq LIMIT ${String(CHUNK)}`,
      after,
    );
    yield chunk.filter(({ body }) => factsIn(body) === null).map(({ seq }) => damaged('facts', seq));
    const last = chunk.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
}

function* upstreamStatuses(sql: SqlDriver): Generator<Fault[]> {
  yield listed(
    sql,
    `SELECT n.seq FROM notification n JOIN shelf s ON s.id = n.shelf JOIN payload p ON p.id = n.payload
     WHERE s.upstream <> coalesce(p.upstream, '') OR s.account <> p.account`,
    'status',
    'stands under another status than its payload',
  );
}

/** `origin` is what a person looks for at the source. */
const damaged = (what: string, id: number, origin = ''): Fault => ({
  what,
  detail: `${String(id)}${origin} cannot be read`,
});
