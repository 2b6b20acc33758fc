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
import { damagedFacts, rowAsFacts, wholeFacts, type StoredFacts } from './stored-facts.ts';

/** The rows of these arrivals, newest first. What is no more is left out. */
export function readRows(sql: SqlDriver, seqs: readonly number[]): NotificationRow[] {
  return sql.all<StoredRow>(ROWS, JSON.stringify(seqs)).map(toRow);
}

/** The same with the facts of each. Facts that are damaged are marked as that and cost no other row its own. */
export function readRowsWithFacts(
  sql: SqlDriver,
  seqs: readonly number[],
): { row: NotificationRow; facts: Facts }[] {
  return sql.all<StoredRow & StoredFacts>(ROWS_WITH_FACTS, JSON.stringify(seqs)).map((stored) => {
    const row = toRow(stored);
    const facts = wholeFacts(stored);
    return facts === null ? marked(row) : { row: rowAsFacts(row, facts), facts };
  });
}

function marked(row: NotificationRow): { row: NotificationRow; facts: Facts } {
  const facts = damagedFacts(row);
  return { row: { ...row, title: facts.title }, facts };
}

/** The number behind a public id, of a notification or a thread. Throws `invalid-input` where it cannot be one. */
export function seqOf(id: string): number {
  if (!/^\d{1,15}$/.test(id)) throw new StoreError('invalid-input', `no id: ${id.slice(0, 40)}`);
  return Number(id);
}

/** The same for the ids of one selection, each once. */
export const seqsOf = (ids: readonly string[]): number[] => [...new Set(ids.map(seqOf))];

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
const ROWS_WITH_FACTS = `SELECT ${COLUMNS}, f.body, c.sum FROM notification n ${JOINS}
  LEFT JOIN facts f ON f.seq = n.seq LEFT JOIN facts_sum c ON c.seq = n.seq ${THESE}`;

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
