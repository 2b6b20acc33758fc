/** A JSON string's text, with the place in the raw string from which each of its characters comes. */
export interface Unescaped {
  readonly text: string;
  /** The raw place of the character at `index`; at the text's length, the raw string's end. */
  readonly rawAt: (index: number) => number;
}

/** Reads the escapes of a JSON string, given without its quotes: a card number can be written in them. */
export function unescaped(raw: string): Unescaped {
  if (!raw.includes('\\')) return { text: raw, rawAt: (index) => index };
  const starts: number[] = [];
  let text = '';
  for (const match of raw.matchAll(PIECE)) {
    starts.push(match.index);
    text += match[0].length > 1 ? characterOf(match[0]) : match[0];
  }
  return { text, rawAt: (index) => starts[index] ?? raw.length };
}

/** One UTF-16 unit each. */
const PIECE = /\\u[0-9a-fA-F]{4}|\\[\s\S]|[\s\S]/g;

function characterOf(escape: string): string {
  if (escape.startsWith('\\u')) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  return CONTROL[escape.charAt(1)] ?? escape.charAt(1);
}

const CONTROL: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
