import type { Facts, UpstreamStatus } from '../../../../shared/notification.ts';
import { StoreError, type DecodedPart, type InboxStore } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { pack } from './pack.ts';
import { unpackFacts } from './rows.ts';
import { addToIndex, removeFromIndex, type Indexed } from './search-index.ts';
import { searchDocument } from './search-words.ts';
import { clearPicked, pick, shelfId } from './shelves.ts';
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
  // Last of all: a statement with triggers makes FTS5 write out what it has gathered, which is slow row by row.
  addToIndex(sql, written);
  return seqs;
}

type DecodedPayload = Parameters<InboxStore['putFacts']>[0][number];

function putPayload(sql: SqlDriver, { payload, parts, decoderVersion }: DecodedPayload): Indexed[] {
  if (parts.length === 0) throw new StoreError('invalid-input', 'A payload has at least one notification.');
  const origin = sql.get<Origin>(
    'SELECT id, account, source, upstream, received_at FROM payload WHERE id = ?',
    payload,
  );
  if (origin === undefined) throw new StoreError('not-found', `There is no payload ${String(payload)}.`);
  const standing = sql.all<Standing>(
    'SELECT n.part, n.seq, s.state FROM notification n JOIN shelf s ON s.id = n.shelf WHERE n.payload = ?',
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
  readonly state: 'new' | 'snoozed' | 'acknowledged';
}

function insert(sql: SqlDriver, origin: Origin, part: number, decoded: DecodedPart): Indexed {
  const shelf = shelfFor(sql, origin, 'new', decoded.facts);
  const row = sql.get<{ seq: number }>(
    `INSERT INTO notification (payload, part, shelf, received_at, issued_at, outcome, title, function_code,
       status_code, mrn, lrn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
    origin.id,
    part,
    shelf,
    origin.received_at,
    ...columnsOf(decoded.facts),
  );
  if (row === undefined) throw new Error('a notification was inserted and has no number');
  return describe(sql, row.seq, origin, decoded);
}

function replace(sql: SqlDriver, origin: Origin, before: Standing, decoded: DecodedPart): Indexed {
  const { seq } = before;
  undescribe(sql, seq);
  sql.run(
    `UPDATE notification SET shelf = ?, issued_at = ?, outcome = ?, title = ?, function_code = ?,
       status_code = ?, mrn = ?, lrn = ? WHERE seq = ?`,
    shelfFor(sql, origin, before.state, decoded.facts),
    ...columnsOf(decoded.facts),
    seq,
  );
  return describe(sql, seq, origin, decoded);
}

/** A newer decoder finds fewer notifications in the payload than the last one did. */
function removeNotification(sql: SqlDriver, seq: number): void {
  undescribe(sql, seq);
  removeFromIndex(sql, seq);
  clearPicked(sql);
  pick(sql, [seq]);
  forgetUnalerted(sql);
  sql.run('DELETE FROM history WHERE seq = ?', seq);
  sql.run('DELETE FROM alerted WHERE seq = ?', seq);
  sql.run('DELETE FROM notification WHERE seq = ?', seq);
}

function shelfFor(sql: SqlDriver, origin: Origin, state: Standing['state'], facts: Facts): number {
  const { account, source, upstream } = origin;
  const { kind, type, attention } = facts;
  return shelfId(sql, { account, source, kind, type, attention, state, upstream });
}

const columnsOf = (facts: Facts) =>
  [
    facts.issuedAt === null ? null : millisOf(facts.issuedAt),
    facts.outcome,
    facts.title,
    facts.functionCode,
    facts.statusCode,
    facts.mrn,
    facts.lrn,
  ] as const;

function millisOf(instant: string): number | null {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? null : at;
}

function describe(sql: SqlDriver, seq: number, origin: Origin, { facts, searchText }: DecodedPart): Indexed {
  const body = pack(new TextEncoder().encode(JSON.stringify(facts)));
  sql.run('INSERT INTO facts (seq, body) VALUES (?, ?)', seq, body);
  for (const { kind, value } of referencesOf(facts)) {
    sql.run('INSERT OR IGNORE INTO reference (value, seq, kind) VALUES (?, ?, ?)', value, seq, kind);
  }
  const document = searchDocument({
    mrn: facts.mrn,
    lrn: facts.lrn,
    texts: [
      ...facts.references.map(({ value }) => value),
      facts.messageId,
      facts.conversationId,
      facts.type,
      facts.trader,
      facts.title,
      facts.meaning,
      searchText,
    ],
    tags: [
      { member: 'account', value: origin.account },
      { member: 'source', value: origin.source },
      { member: 'type', value: facts.type },
      { member: 'attention', value: facts.attention },
    ],
  });
  return { seq, document };
}

function undescribe(sql: SqlDriver, seq: number): void {
  const stored = sql.get<{ body: Uint8Array }>('SELECT body FROM facts WHERE seq = ?', seq);
  if (stored !== undefined) {
    for (const { kind, value } of referencesOf(unpackFacts(stored.body, seq))) {
      sql.run('DELETE FROM reference WHERE value = ? AND seq = ? AND kind = ?', value, seq, kind);
    }
  }
  sql.run('DELETE FROM facts WHERE seq = ?', seq);
}

/** What a filter by reference finds it under: an MRN or LRN counts whether or not the decoder listed it. */
const referencesOf = (facts: Facts) => [
  ...facts.references,
  ...(facts.mrn === null ? [] : [{ kind: 'mrn', value: facts.mrn }]),
  ...(facts.lrn === null ? [] : [{ kind: 'lrn', value: facts.lrn }]),
];
