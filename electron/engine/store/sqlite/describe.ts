import { sameReference } from '../../../../shared/catalogue/mrn.ts';
import type { Facts } from '../../../../shared/notification.ts';
import type { DecodedPart } from '../store.ts';
import type { SqlDriver } from './driver.ts';
import { pack } from './pack.ts';
import { factsSum } from './checksum.ts';
import { rowColumns, rowSum } from './row-columns.ts';
import { wholeFacts } from './stored-facts.ts';
import { digestOf, searchDocument, type SearchDocument } from './search-words.ts';

export interface Described {
  /** For the full-text index, which is written last. */
  readonly document: SearchDocument;
  readonly digest: Uint8Array;
}

/** Writes the facts of a notification and the references that it is found by. */
export function describe(
  sql: SqlDriver,
  seq: number,
  origin: { readonly account: string; readonly source: string },
  { facts, searchText }: DecodedPart,
): Described {
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
  const digest = digestOf(document);
  const body = pack(new TextEncoder().encode(JSON.stringify(facts)));
  sql.run('INSERT INTO facts (seq, body, digest) VALUES (?, ?, ?)', seq, body, digest);
  sql.run(
    'INSERT INTO facts_sum (seq, sum, listed) VALUES (?, ?, ?)',
    seq,
    factsSum(seq, body),
    rowSum(seq, rowColumns(facts)),
  );
  for (const { kind, value } of referencesOf(facts)) {
    sql.run('INSERT OR IGNORE INTO reference (value, seq, kind) VALUES (?, ?, ?)', value, seq, kind);
  }
  return { document, digest };
}

/**
 * Takes the facts and references back; returns the digest of what the full-text index still holds. Facts that are
 * damaged do not hold up those that take their place.
 */
export function undescribe(sql: SqlDriver, seq: number): Uint8Array | null {
  const stored = sql.get<{ body: Uint8Array; digest: Uint8Array; sum: Uint8Array | null }>(STORED, seq);
  sql.run('DELETE FROM facts_sum WHERE seq = ?', seq);
  if (stored === undefined) return null;
  const facts = wholeFacts({ seq, body: stored.body, sum: stored.sum });
  // Without the values it takes a look at all there are.
  if (facts === null) sql.run('DELETE FROM reference WHERE seq = ?', seq);
  for (const { kind, value } of facts === null ? [] : referencesOf(facts)) {
    sql.run('DELETE FROM reference WHERE value = ? AND seq = ? AND kind = ?', value, seq, kind);
  }
  sql.run('DELETE FROM facts WHERE seq = ?', seq);
  return stored.digest;
}

const STORED = `SELECT f.body, f.digest, c.sum FROM facts f LEFT JOIN facts_sum c ON c.seq = f.seq WHERE f.seq = ?`;

/**
 * What a filter by reference finds it under: an MRN or LRN counts whether or not the decoder listed it, and an MRN is
 * the same however it is spelt.
 */
export const referencesOf = (facts: Facts) =>
  [
    ...facts.references,
    ...(facts.mrn === null ? [] : [{ kind: 'mrn', value: facts.mrn }]),
    ...(facts.lrn === null ? [] : [{ kind: 'lrn', value: facts.lrn }]),
  ].map(({ kind, value }) => ({ kind, value: sameReference(value) }));
