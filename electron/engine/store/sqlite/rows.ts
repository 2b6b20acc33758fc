import { blankFacts } from '../../../../shared/blank-facts.ts';
import type { SourceName } from '../../../../shared/accounts/source-name.ts';
import type { Reason } from '../../../../shared/failure.ts';
import type {
  Attention,
  Facts,
  Instant,
  Kind,
  NotificationRow,
  Outcome,
  TriageState,
  UpstreamStatus,
} from '../../../../shared/notification.ts';
import { declarationName } from '../../../../shared/subject.ts';
import { toInstant } from '../../time/clock.ts';
import { StoreError } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { unpack } from './pack.ts';

/** The rows of these arrivals, newest first. What is no more is left out. */
export function readRows(sql: SqlDriver, seqs: readonly number[]): NotificationRow[] {
  return sql.all<StoredRow>(ROWS, JSON.stringify(seqs)).map(toRow);
}

/** The same with the facts of each. */
export function readRowsWithFacts(
  sql: SqlDriver,
  seqs: readonly number[],
): { row: NotificationRow; facts: Facts }[] {
  return sql
    .all<StoredRow & { body: Uint8Array }>(ROWS_WITH_FACTS, JSON.stringify(seqs))
    .map((stored) => ({ row: toRow(stored), facts: unpackFacts(stored.body, stored.seq) }));
}

/** Facts as they were stored, with what older decoders did not know of as unknown. Throws `store-corrupt`. */
export function unpackFacts(body: Uint8Array, seq: number): Facts {
  const facts = factsIn(body);
  if (facts !== null) return facts;
  throw new StoreError(
    'store-corrupt',
    `What was read from notification ${String(seq)} is damaged on disk. "quayside check" names all that is; ` +
      'the message itself may still be whole.',
  );
}

/** The same; null where they are damaged. */
export function factsIn(body: Uint8Array): Facts | null {
  const json = unpack(body, MOST_FACTS);
  if (json === null) return null;
  try {
    return { ...blankFacts, ...(JSON.parse(new TextDecoder().decode(json)) as Facts) };
  } catch {
    return null;
  }
}

/** The number behind a public id, of a notification or a thread. Throws `invalid-input` where it cannot be one. */
export function seqOf(id: string): number {
  if (!/^\d{1,15}$/.test(id)) throw new StoreError('invalid-input', `no id: ${id.slice(0, 40)}`);
  return Number(id);
}

/** The same for the ids of one selection, each once. */
export const seqsOf = (ids: readonly string[]): number[] => [...new Set(ids.map(seqOf))];

/** Facts of one notification, at most; a bound for what a damaged file could claim. */
const MOST_FACTS = 64 * 1024 * 1024;

interface StoredRow {
  readonly seq: number;
  readonly account: string;
  readonly source: SourceName;
  readonly kind: Kind;
  readonly type: string;
  readonly function_code: string | null;
  readonly status_code: string | null;
  readonly title: string;
  readonly attention: Attention;
  readonly outcome: Outcome;
  readonly mrn: string | null;
  readonly lrn: string | null;
  readonly issued_at: number | null;
  readonly received_at: number;
  readonly subject: string | null;
  readonly key_fact: string | null;
  readonly deadline: number | null;
  readonly state: TriageState;
  readonly settled: 0 | 1;
  readonly upstream: UpstreamStatus | '';
  readonly due_at: number | null;
  readonly failure: Reason | null;
}

const COLUMNS = `n.seq, s.account, s.source, s.kind, s.type, n.function_code, n.status_code, n.title, s.attention,
  n.outcome, n.mrn, n.lrn, n.issued_at, n.received_at, n.subject, n.key_fact, n.deadline, s.state, s.settled,
  s.upstream, o.due_at, o.failure`;
const JOINS = `JOIN shelf s ON s.id = n.shelf LEFT JOIN outbox o ON o.payload = n.payload`;
const THESE = `WHERE n.seq IN (SELECT value FROM json_each(?)) ORDER BY n.seq DESC`;

const ROWS = `SELECT ${COLUMNS} FROM notification n ${JOINS} ${THESE}`;
const ROWS_WITH_FACTS = `SELECT ${COLUMNS}, f.body FROM notification n ${JOINS} JOIN facts f ON f.seq = n.seq ${THESE}`;

function toRow(stored: StoredRow): NotificationRow {
  return {
    id: String(stored.seq),
    account: stored.account,
    source: stored.source,
    kind: stored.kind,
    type: stored.type,
    functionCode: stored.function_code,
    statusCode: stored.status_code,
    title: stored.title,
    attention: stored.attention,
    outcome: stored.outcome,
    mrn: stored.mrn,
    lrn: stored.lrn,
    issuedAt: instantOrNull(stored.issued_at),
    receivedAt: toInstant(stored.received_at),
    // What an older version wrote has none until it is read again.
    subject: stored.subject ?? declarationName(stored.mrn, stored.lrn),
    keyFact: stored.key_fact,
    deadline: instantOrNull(stored.deadline),
    state: stored.state,
    settled: stored.settled === 1,
    upstream: stored.upstream === '' ? null : stored.upstream,
    leavesAt: stored.state === 'acknowledged' ? instantOrNull(stored.due_at) : null,
    acknowledgeFailure: stored.failure,
  };
}

const instantOrNull = (at: number | null): Instant | null => (at === null ? null : toInstant(at));
