import type { Facts, TriageState, UpstreamStatus } from '../../../../shared/notification.ts';
import { StoreError, type DecodedPart, type InboxStore } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { describe, undescribe } from './describe.ts';
import { addToIndex, removeFromIndex, type Indexed } from './search-index.ts';
import type { SearchDocument } from './search-words.ts';
import { ROW_COLUMNS, rowColumns } from './row-columns.ts';
import { dropSpeechless } from './alerts.ts';
import { clearPicked, pick, shelfId } from './shelves.ts';
import { recountPicked, threadPicked, unthreadPicked } from './thread-members.ts';
import { forgetUnalerted, listUnalerted } from './unalerted.ts';

/**
 * Writes the notifications of these payloads; returns their numbers, in the same order. Those that a payload has
 * had before keep id and triage.
 */
export function putFacts(sql: SqlDriver, decoded: readonly DecodedPayload[]): number[] {
  const written = decoded.flatMap((payload) => putPayload(sql, payload));
  const seqs = written.map(({ seq }) => seq);
  clearPicked(sql);
  pick(sql, seqs);
  forgetUnalerted(sql);
  listUnalerted(sql);
  threadPicked(sql);
  recountReplaced(sql, written);
  // Last of all: a statement with triggers makes FTS5 write out what it has gathered, which is slow row by row.
  addToIndex(sql, written.filter(hasDocument));
  return seqs;
}

interface Written {
  readonly seq: number;
  /** Whether it was here before. */
  readonly isReplaced: boolean;
  /** Null where the index holds the same already. */
  readonly document: SearchDocument | null;
}

const hasDocument = (written: Written): written is Written & Indexed => written.document !== null;

/** What a newer decoder reads may call, or not call any more. */
function recountReplaced(sql: SqlDriver, written: readonly Written[]): void {
  const replaced = written.flatMap(({ seq, isReplaced }) => (isReplaced ? [seq] : []));
  if (replaced.length === 0) return;
  clearPicked(sql);
  pick(sql, replaced);
  recountPicked(sql);
}

type DecodedPayload = Parameters<InboxStore['putFacts']>[0][number];

function putPayload(sql: SqlDriver, { payload, parts, decoderVersion }: DecodedPayload): Written[] {
  if (parts.length === 0) throw new StoreError('invalid-input', 'A payload has at least one notification.');
  const origin = sql.get<Origin>(
    'SELECT id, account, source, upstream, received_at FROM payload WHERE id = ?',
    payload,
  );
  if (origin === undefined) throw new StoreError('not-found', `There is no payload ${String(payload)}.`);
  const standing = sql.all<Standing>(
    'SELECT n.part, n.seq, s.state, s.settled FROM notification n JOIN shelf s ON s.id = n.shelf WHERE n.payload = ?',
    payload,
  );
  for (const { part, seq } of standing) if (part >= parts.length) removeNotification(sql, seq);
  sql.run('UPDATE payload SET decoder_version = ?, attempts = 0 WHERE id = ?', decoderVersion, payload);
  return parts.map((decoded, part) => {
    const before = standing.find((other) => other.part === part);
    return before === undefined ? insert(sql, origin, part, decoded) : replace(sql, origin, before, decoded);
  });
}

interface Origin {
  readonly id: number;
  readonly account: string;
  readonly source: string;
  readonly upstream: UpstreamStatus | null;
  readonly received_at: number;
}

interface Standing {
  readonly part: number;
  readonly seq: number;
  readonly state: TriageState;
  readonly settled: 0 | 1;
}

const INSERT = `INSERT INTO notification (payload, part, shelf, received_at, ${ROW_COLUMNS.join(', ')})
  VALUES (?, ?, ?, ?, ${ROW_COLUMNS.map(() => '?').join(', ')}) RETURNING seq`;
const UPDATE = `UPDATE notification SET shelf = ?, ${ROW_COLUMNS.map((column) => `${column} = ?`).join(', ')}
  WHERE seq = ?`;

function insert(sql: SqlDriver, origin: Origin, part: number, decoded: DecodedPart): Written {
  const shelf = shelfFor(sql, origin, ARRIVING, decoded.facts);
  const row = sql.get<{ seq: number }>(
    INSERT,
    origin.id,
    part,
    shelf,
    origin.received_at,
    ...rowColumns(decoded.facts),
  );
  if (row === undefined) throw new Error('a notification was inserted and has no number');
  const { document } = describe(sql, row.seq, origin, decoded);
  return { seq: row.seq, isReplaced: false, document };
}

function replace(sql: SqlDriver, origin: Origin, before: Standing, decoded: DecodedPart): Written {
  const { seq } = before;
  const digest = undescribe(sql, seq);
  sql.run(UPDATE, shelfFor(sql, origin, before, decoded.facts), ...rowColumns(decoded.facts), seq);
  const described = describe(sql, seq, origin, decoded);
  // Most of what a newer decoder reads is what the last one read, and the index is the dear part.
  const isSame = digest !== null && Buffer.compare(digest, described.digest) === 0;
  return { seq, isReplaced: true, document: isSame ? null : described.document };
}

/** A newer decoder finds fewer notifications in the payload than the last one did. */
function removeNotification(sql: SqlDriver, seq: number): void {
  undescribe(sql, seq);
  removeFromIndex(sql, seq);
  clearPicked(sql);
  pick(sql, [seq]);
  forgetUnalerted(sql);
  unthreadPicked(sql);
  sql.run('DELETE FROM history WHERE seq = ?', seq);
  sql.run('DELETE FROM alerted WHERE seq = ?', seq);
  sql.run('DELETE FROM reminded WHERE seq = ?', seq);
  dropSpeechless(sql);
  sql.run('DELETE FROM notification WHERE seq = ?', seq);
}

type Standard = Pick<Standing, 'state' | 'settled'>;

/** It calls until its thread says otherwise. */
const ARRIVING: Standard = { state: 'new', settled: 0 };

/** What was settled stays so until its thread is worked out anew, which is next. */
function shelfFor(sql: SqlDriver, origin: Origin, { state, settled }: Standard, facts: Facts): number {
  const { account, source, upstream } = origin;
  const { kind, type, attention } = facts;
  const isSettled = attention === 'act' && settled === 1;
  return shelfId(sql, { account, source, kind, type, attention, state, upstream, settled: isSettled });
}
