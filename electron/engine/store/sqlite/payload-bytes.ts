import { z } from 'zod';
import { unpack } from './pack.ts';

/** The columns that a payload is read from; `body` is null where it has none. */
export interface StoredPayload {
  readonly body: Uint8Array | null;
  readonly bytes: number;
  readonly envelope: string;
}

export interface WholePayload {
  readonly bytes: Uint8Array;
  readonly envelope: Readonly<Record<string, string>>;
}

/**
 * A payload as it was kept; null where what is stored of it is damaged, which shows in its form and in its length.
 * Unlike damage to a page, which SQLite finds, it concerns this payload alone.
 */
export function wholePayload({ body, bytes: length, envelope }: StoredPayload): WholePayload | null {
  const bytes = body === null ? null : unpack(body, length);
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
