import { isElement, readElement } from './envelope.ts';

/** One message found in a file, ready for the decoder. */
export interface PpnsFilePart {
  readonly payload: Uint8Array;
  readonly contentType: string;
  readonly envelope: Readonly<Record<string, string>>;
}

/**
 * The messages in a file: the answer of a list call (a JSON array), one element of it, or a message by itself,
 * whose bytes are then left as they are. At least one part, but for an empty array, which holds no message.
 */
export function splitPpnsFile(bytes: Uint8Array): readonly PpnsFilePart[] {
  const value = parsed(new TextDecoder().decode(bytes));
  if (Array.isArray(value) && (value.length === 0 || value.some(isElement))) return value.map(partOf);
  if (isElement(value)) return [partOf(value)];
  return [{ payload: bytes, contentType: 'application/json', envelope: {} }];
}

function partOf(element: unknown): PpnsFilePart {
  const { message, contentType, envelope } = readElement(element);
  return { payload: new TextEncoder().encode(message), contentType, envelope };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
