import { failed, ok, type Result } from '../../../../shared/result.ts';
import {
  declaredEncoding,
  isAscii,
  isUtf16,
  readAs,
  readUtf16,
  readWindows1252,
  saysUtf8,
} from './encodings.ts';
import type { XmlProblem } from './xml-problem.ts';

/** Text, and what of its letters is not certain. */
export interface LenientText {
  readonly text: string;
  /** In which lines an encoding was assumed, and which. Markup, codes and numbers are ASCII and certain all the same. */
  readonly assumed: readonly XmlProblem[];
}

/**
 * Bytes to text by their byte-order mark or the encoding that the XML declaration names, else as UTF-8. What is none
 * of these is refused, never guessed at.
 */
export function decodeText(bytes: Uint8Array, maxBytes: number): Result<string, XmlProblem> {
  const read = decodeLeniently(bytes, maxBytes);
  if (!read.ok) return read;
  const [first] = read.value.assumed;
  return first === undefined ? ok(read.value.text) : failed(first);
}

/**
 * As `decodeText`, but what is not valid in its encoding is read as windows-1252, and the answer says so. Several
 * documents one after the other may each declare an encoding of their own.
 */
export function decodeLeniently(bytes: Uint8Array, maxBytes: number): Result<LenientText, XmlProblem> {
  if (bytes.length === 0) return failed({ problem: 'empty', line: null });
  if (bytes.length > maxBytes) {
    return failed({ problem: `${bytes.length} bytes long; at most ${maxBytes} are read`, line: null });
  }
  if (isUtf16(bytes)) return ok({ text: readUtf16(bytes), assumed: [] });
  const utf8 = validUtf8(bytes);
  if (utf8 !== null && namesNothingElse(utf8)) return ok({ text: utf8, assumed: [] });
  return ok(joined(documentBytes(bytes)));
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** Whether no declaration asks for another encoding than UTF-8, or nothing in the text depends on it. */
function namesNothingElse(text: string): boolean {
  for (let at = text.indexOf('<?xml'); at !== -1; at = text.indexOf('<?xml', at + 5)) {
    const declared = declaredEncoding(text.slice(at, at + 200));
    if (declared !== null && !saysUtf8(declared)) return isAscii(text);
  }
  return true;
}

/** More documents than are read of one payload. */
const MOST_PIECES = 1000;

/** The bytes from each XML declaration to the next. */
function documentBytes(bytes: Uint8Array): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let from = 0;
  for (
    let at = buffer.indexOf('<?xml', 1);
    at !== -1 && pieces.length < MOST_PIECES;
    at = buffer.indexOf('<?xml', at + 5)
  ) {
    // A mark, or blanks, before the first declaration belong to it.
    if (!/^[\s\u00ef\u00bb\u00bf]*$/.test(buffer.toString('latin1', from, Math.min(at, from + 64)))) {
      pieces.push(bytes.subarray(from, at));
      from = at;
    }
  }
  pieces.push(bytes.subarray(from));
  return pieces;
}

function joined(pieces: readonly Uint8Array[]): LenientText {
  const texts: string[] = [];
  const assumed: XmlProblem[] = [];
  let line = 0;
  for (const [index, piece] of pieces.entries()) {
    const { text, problem } = readPiece(piece, index === 0);
    texts.push(text);
    if (problem !== null) assumed.push({ problem, line: line + firstFault(piece) });
    line += lineFeeds(piece);
  }
  return { text: texts.join(''), assumed };
}

/** `problem` is null where the encoding is certain. */
function readPiece(
  bytes: Uint8Array,
  isFirst: boolean,
): { readonly text: string; readonly problem: string | null } {
  const declared = declaredEncoding(readWindows1252(bytes.subarray(0, 200)));
  const other = declared === null || saysUtf8(declared) ? null : declared;
  const utf8 = validUtf8(bytes) ?? cutShort(bytes);
  // Further on, the declaration may be that of a document inside another one, whose encoding then counts.
  if (utf8 !== null && (other === null || !isFirst || isAscii(utf8))) return { text: utf8, problem: null };
  const text = other === null ? null : readAs(other, bytes);
  if (text !== null) return { text, problem: null };
  const problem =
    other === null ? 'not valid UTF-8' : `declared as ${other.slice(0, 40)}, which it cannot be read as`;
  return { text: readWindows1252(bytes), problem };
}

/** UTF-8 that ends inside a letter: the missing rest is marked, so that the end does not pass for whole. */
function cutShort(bytes: Uint8Array): string | null {
  try {
    return `${new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })}\ufffd`;
  } catch {
    return null;
  }
}

/** Lines end in a byte that no longer UTF-8 sequence contains, so each can be tried by itself. */
function firstFault(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, from);
    const next = end === -1 ? bytes.length : end + 1;
    if (validUtf8(bytes.subarray(from, next)) === null) return line;
    from = next;
  }
  return 1;
}

const LINE_FEED = 0x0a;

const lineFeeds = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => sum + Number(byte === LINE_FEED), 0);
