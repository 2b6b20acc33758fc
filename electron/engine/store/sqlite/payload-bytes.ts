import { z } from 'zod';
import { isSameSum, payloadSum, type SummedPayload } from './checksum.ts';
import { unpack } from './pack.ts';

/** The columns that a payload is read from; `body` is null where it has none, `sum` where it has not got one yet. */
export interface StoredPayload extends SummedPayload {
  readonly body: Uint8Array | null;
  readonly sum: Uint8Array | null;
}

/** They are read from `payload p` with these joins. */
export const PAYLOAD_COLUMNS = `p.account, p.source, p.remote_id, p.received_at, p.created_at, p.content_type,
  p.envelope, p.bytes, b.body, c.sum`;
export const PAYLOAD_JOINS = `LEFT JOIN payload_body b ON b.payload = p.id LEFT JOIN payload_sum c ON c.payload = p.id`;

export interface WholePayload {
  readonly bytes: Uint8Array;
  readonly envelope: Readonly<Record<string, string>>;
}

/**
 * A payload as it was kept; null where what is stored of it is damaged, which shows in its checksum, its form or its
 * length. Unlike damage to a page, which SQLite finds, it concerns this payload alone.
 */
export function wholePayload(stored: StoredPayload): WholePayload | null {
  const { body, bytes: length, envelope, sum } = stored;
  // A flipped bit may make a number of what was bytes.
  if (!(body instanceof Uint8Array)) return null;
  if (sum !== null && !isSameSum(sum, payloadSum(stored, body))) return null;
  const bytes = unpack(body, length);
  const beside = envelopeIn(envelope);
  return bytes?.length === length && beside !== null ? { bytes, envelope: beside } : null;
}

/** What came beside a payload; null where it is damaged. */
export function envelopeIn(json: string): WholePayload['envelope'] | null {
  try {
    return envelopeSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

const envelopeSchema = z.record(z.string(), z.string());
