import { createHash } from 'node:crypto';

/**
 * Eight bytes of SHA-256: a disk's flipped bits agree with them once in 2^64. Node 18 has no CRC in its `zlib`, and the
 * digest takes 3 µs for a message of usual size, of 150 µs that keeping and reading one takes.
 */
export function checksum(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest().subarray(0, SUM_BYTES));
}

const SUM_BYTES = 8;

/** Whether two checksums are the same. A flipped bit may make a number of what was bytes. */
export const isSameSum = (one: unknown, other: Uint8Array): boolean =>
  one instanceof Uint8Array && Buffer.compare(one, other) === 0;

/** Of one row of facts as it lies in the file. Its number counts, so that one row is never taken for another. */
export const factsSum = (seq: number, body: Uint8Array): Uint8Array => checksum(`${String(seq)} `, body);

/** What is written once of a payload and never changes after. */
export interface SummedPayload {
  readonly account: string;
  readonly source: string;
  readonly remote_id: string;
  readonly received_at: number;
  readonly created_at: number | null;
  readonly content_type: string;
  readonly envelope: string;
  readonly bytes: number;
}

/** Of one payload and what came beside it, as both lie in the file. */
export function payloadSum(payload: SummedPayload, body: Uint8Array): Uint8Array {
  const { account, source, remote_id, received_at, created_at, content_type, envelope, bytes } = payload;
  return checksum(
    JSON.stringify([account, source, remote_id, received_at, created_at, content_type, envelope, bytes]),
    body,
  );
}
