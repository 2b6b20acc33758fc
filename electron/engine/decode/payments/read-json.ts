import { failed, ok, type Result } from '../../../../shared/result.ts';
import { jsonLeaves } from '../../cards/json-leaves.ts';

/** A payment notification takes a few thousand bytes. */
const LARGEST = 1_048_576;

/**
 * A payload as JSON; decimals, and whole numbers too long for a double, are kept digit by digit, as strings. Fails with the reason
 * in words for what is larger than 1 MiB or no JSON. Never throws.
 */
export function readJson(payload: Uint8Array): Result<unknown, string> {
  if (payload.byteLength > LARGEST) return failed(`larger than ${LARGEST} bytes`);
  const text = new TextDecoder().decode(payload);
  if (text.trim() === '') return failed('empty');
  try {
    JSON.parse(text);
    return ok(JSON.parse(withLongNumbersQuoted(text)));
  } catch {
    return failed('not JSON');
  }
}

function withLongNumbersQuoted(json: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of jsonLeaves(json)) {
    const literal = kind === 'number' ? json.slice(start, end) : '';
    if (!LONG_NUMBER.test(literal)) continue;
    parts.push(json.slice(at, start), `"${literal}"`);
    at = end;
  }
  return [...parts, json.slice(at)].join('');
}

/** Sixteen digits and more: doubles keep fifteen for certain. */
const LONG_NUMBER = /^-?\d{16,}$|^-?\d+\.\d+$/;
