import type { SourceName } from '../../../../shared/accounts/source-name.ts';
import type { DecoderVersions, UndecodedPayload } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import {
  envelopeIn,
  PAYLOAD_COLUMNS,
  PAYLOAD_JOINS,
  wholePayload,
  type StoredPayload,
} from './payload-bytes.ts';

/**
 * Payloads that no decoder has read, oldest first, and then those that one older than `newest` has read.
 * Counts an attempt on each. One that is damaged comes without its bytes and holds up no other.
 */
export function takeUndecoded(sql: SqlDriver, limit: number, newest: DecoderVersions): UndecodedPayload[] {
  const unread = sourcesHere(sql).flatMap((source) => waiting(sql, UNREAD, source, limit));
  const stale = versionsOf(newest).flatMap(([source, version]) =>
    unread.length >= limit ? [] : waiting(sql, STALE, source, limit, version),
  );
  const taken = [...oldestFirst(unread), ...oldestFirst(stale)].slice(0, limit);
  const ids = JSON.stringify(taken.map(({ id }) => id));
  sql.run('UPDATE payload SET attempts = attempts + 1 WHERE id IN (SELECT value FROM json_each(?))', ids);
  return taken.map(toUndecoded);
}

/** How many payloads one older than `newest` has read. */
export const staleCount = (sql: SqlDriver, newest: DecoderVersions): number =>
  versionsOf(newest).reduce((sum, [source, version]) => {
    const stale = 'SELECT count(*) AS n FROM payload WHERE source = ? AND decoder_version < ?';
    return sum + (sql.get<{ n: number }>(stale, source, version)?.n ?? 0);
  }, 0);

const versionsOf = (newest: DecoderVersions) => Object.entries(newest) as [SourceName, number][];

/** Sources that payloads are here of. From one to the next in the index: a list of all payloads may be long. */
const sourcesHere = (sql: SqlDriver): SourceName[] =>
  sql.all<{ source: SourceName }>(SOURCES_HERE).map(({ source }) => source);

const SOURCES_HERE = `WITH RECURSIVE here (source) AS (
    SELECT min(source) FROM payload
    UNION ALL
    SELECT (SELECT min(p.source) FROM payload p WHERE p.source > here.source) FROM here WHERE here.source IS NOT NULL
  ) SELECT source FROM here WHERE source IS NOT NULL`;

/** Stamps payloads that a decoder has read; one that none has read keeps waiting. */
export function keepFacts(sql: SqlDriver, payloads: readonly number[], decoderVersion: number): void {
  sql.run(
    `UPDATE payload SET decoder_version = ?, attempts = 0
     WHERE id IN (SELECT value FROM json_each(?)) AND decoder_version IS NOT NULL`,
    decoderVersion,
    JSON.stringify(payloads),
  );
}

interface Waiting extends StoredPayload {
  readonly id: number;
  readonly source: SourceName;
  readonly attempts: number;
  readonly decoder_version: number | null;
}

const COLUMNS = `SELECT p.id, ${PAYLOAD_COLUMNS}, p.attempts, p.decoder_version FROM payload p ${PAYLOAD_JOINS}`;
const UNREAD = `${COLUMNS} WHERE p.source = ? AND p.decoder_version IS NULL ORDER BY p.id LIMIT ?`;
const STALE = `${COLUMNS} WHERE p.source = ? AND p.decoder_version < ?3 ORDER BY p.decoder_version, p.id LIMIT ?2`;

const waiting = (
  sql: SqlDriver,
  statement: string,
  source: SourceName,
  limit: number,
  ...version: number[]
) => sql.all<Waiting>(statement, source, limit, ...version);

const oldestFirst = (payloads: readonly Waiting[]): Waiting[] => [...payloads].sort((a, b) => a.id - b.id);

function toUndecoded(waiting: Waiting): UndecodedPayload {
  const whole = wholePayload(waiting);
  return {
    payload: waiting.id,
    account: waiting.account,
    source: waiting.source,
    bytes: whole?.bytes ?? null,
    contentType: waiting.content_type,
    envelope: whole?.envelope ?? envelopeIn(waiting.envelope) ?? {},
    createdAt: waiting.created_at,
    receivedAt: waiting.received_at,
    attempts: waiting.attempts + 1,
    hasFacts: waiting.decoder_version !== null,
  };
}
