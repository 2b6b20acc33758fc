import type { Facts } from '../../../../shared/notification.ts';
import type { Fault } from '../store.ts';
import { isSameSum } from './checksum.ts';
import { referencesOf } from './describe.ts';
import type { SqlDriver } from './driver.ts';
import { listed } from './listed-faults.ts';
import { PAYLOAD_COLUMNS, PAYLOAD_JOINS, wholePayload, type StoredPayload } from './payload-bytes.ts';
import { contradicts, ROW_COLUMNS, rowSum, valuesOf, type RowColumns } from './row-columns.ts';
import { wholeFacts, type StoredFacts } from './stored-facts.ts';

const CHUNK = 200;

/** Every payload has its bytes and is what was kept. */
export function* payloads(sql: SqlDriver): Generator<Fault[]> {
  yield listed(
    sql,
    'SELECT id FROM payload EXCEPT SELECT payload FROM payload_body',
    'payload',
    'has no bytes',
  );
  yield listed(sql, WITHOUT_SUM('payload', 'payload_body', 'payload'), 'payload', 'has lost its checksum');
  let after = 0;
  for (;;) {
    const chunk = sql.all<StoredPayload & { id: number }>(
      `SELECT p.id, ${PAYLOAD_COLUMNS} FROM payload p ${PAYLOAD_JOINS} WHERE p.id > ? ORDER BY p.id
       LIMIT ${String(CHUNK)}`,
      after,
    );
    yield chunk
      .filter((payload) => payload.body !== null && wholePayload(payload) === null)
      .map(({ id, account, remote_id }) => damaged('payload', id, ` (${account}, ${remote_id})`));
    const last = chunk.at(-1);
    // Keys that a flipped bit has put out of order, which the examination of the database names, would go round for ever.
    if (last === undefined || last.id <= after) return;
    after = last.id;
  }
}

/** Every notification has its facts, they are what was read, and its row in the list says the same. */
export function* facts(sql: SqlDriver): Generator<Fault[]> {
  yield listed(sql, 'SELECT seq FROM notification EXCEPT SELECT seq FROM facts', 'facts', 'are missing');
  yield listed(sql, WITHOUT_SUM('seq', 'facts', 'facts'), 'facts', 'have lost their checksum');
  let after = 0;
  for (;;) {
    const chunk = sql.all<Listed>(LISTED, after);
    const read = chunk.map((row) => ({ row, facts: wholeFacts(row) }));
    yield read.filter(({ facts }) => facts === null).map(({ row }) => damaged('facts', row.seq));
    const whole = read.flatMap(({ row, facts }) => (facts === null ? [] : [{ row, facts }]));
    yield whole
      .filter(isListedOtherwise)
      .map(({ row }) => otherwise('row', row.seq, 'says what its facts do not'));
    yield unreferenced(sql, whole).map((seq) =>
      otherwise('reference', seq, 'cannot be found by a reference that its facts have'),
    );
    const last = chunk.at(-1);
    if (last === undefined || last.seq <= after) return;
    after = last.seq;
  }
}

type Listed = StoredFacts & {
  readonly kind: string;
  readonly type: string;
  readonly attention: string;
  readonly received_at: number;
  readonly arrived_at: number;
  readonly listed: Uint8Array | null;
} & RowColumns;

const LISTED = `SELECT f.seq, f.body, c.sum, c.listed, s.kind, s.type, s.attention, n.received_at, p.received_at AS arrived_at,
    ${ROW_COLUMNS.map((column) => `n.${column}`).join(', ')}
  FROM facts f JOIN notification n ON n.seq = f.seq JOIN shelf s ON s.id = n.shelf JOIN payload p ON p.id = n.payload
  LEFT JOIN facts_sum c ON c.seq = f.seq
  WHERE f.seq > ? ORDER BY f.seq LIMIT ${String(CHUNK)}`;

interface Whole {
  readonly row: Listed;
  readonly facts: Facts;
}

function isListedOtherwise({ row, facts }: Whole): boolean {
  return (
    row.kind !== facts.kind ||
    row.type !== facts.type ||
    row.attention !== facts.attention ||
    row.received_at !== row.arrived_at ||
    contradicts(row, facts) ||
    (row.listed !== null && !isSameSum(row.listed, rowSum(row.seq, valuesOf(row))))
  );
}

/** Those that a filter by one of their references would miss. */
function unreferenced(sql: SqlDriver, whole: readonly Whole[]): number[] {
  const misses = ({ row, facts }: Whole) =>
    referencesOf(facts).some(({ kind, value }) => sql.get(REFERENCE, value, row.seq, kind) === undefined);
  return whole.filter(misses).map(({ row }) => row.seq);
}

// Bound one by one, as they were written: JSON in SQLite does not know all the text that a message may hold.
const REFERENCE = 'SELECT 1 FROM reference WHERE value = ? AND seq = ? AND kind = ?';

/** What was written since there are checksums has one. */
const WITHOUT_SUM = (id: string, table: string, what: 'payload' | 'facts') =>
  `SELECT ${id} FROM ${table} WHERE ${id} > (SELECT upto FROM unsealed WHERE what = '${what}')
   EXCEPT SELECT ${id} FROM ${what}_sum`;

/** `origin` is what a person looks for at the source. */
const damaged = (what: string, id: number, origin = ''): Fault => ({
  what,
  detail: `${String(id)}${origin} cannot be read`,
});

const otherwise = (what: string, id: number, fault: string): Fault => ({
  what,
  detail: `${String(id)} ${fault}`,
});
