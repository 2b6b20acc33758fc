import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { XmlProblem } from './strict-gate.ts';

/** Bytes to text, as UTF-8 with or without a byte-order mark; anything else is refused, never guessed at. */
export function decodeText(bytes: Uint8Array, maxBytes: number): Result<string, XmlProblem> {
  if (bytes.length === 0) return problem('empty');
  if (bytes.length > maxBytes) {
    return problem(`${bytes.length} bytes long; at most ${maxBytes} are read`);
  }
  if (isUtf16(bytes)) return problem('encoded as UTF-16; only UTF-8 is read');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed({ problem: 'not valid UTF-8', line: lineOfFirstFault(bytes) });
  }
}

const problem = (text: string) => failed({ problem: text, line: null });

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0x3c && second === 0) ||
    (first === 0 && second === 0x3c)
  );
}

/** Lines end in a byte that no longer UTF-8 sequence contains, so each can be tried by itself. */
function lineOfFirstFault(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, from);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, next))) return line;
    from = next;
  }
  return line;
}

const LINE_FEED = 0x0a;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
