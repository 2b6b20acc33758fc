import { listElements } from '../json/array-elements.ts';
import { isElement, readElement } from './envelope.ts';
import { producerFacts } from './producers.ts';

/** One message found in a file, ready for the decoder. */
export interface PpnsFilePart {
  readonly payload: Uint8Array;
  readonly contentType: string;
  readonly envelope: Readonly<Record<string, string>>;
}

/**
 * The messages in a file: the answer of a list call (a JSON array), one element of it, a list of bare messages, or a
 * message by itself, whose bytes are then left as they are. At least one part, but for an empty array, which holds no message.
 */
export function splitPpnsFile(bytes: Uint8Array): readonly PpnsFilePart[] {
  const value = parsed(new TextDecoder().decode(bytes));
  if (Array.isArray(value) && (value.length === 0 || value.some(isElement))) {
    return listElements(bytes).map((json, index) => partOf(value[index], json));
  }
  if (Array.isArray(value) && value.every(isKnownMessage)) {
    return listElements(bytes).map((payload) => ({ payload, contentType: 'application/json', envelope: {} }));
  }
  if (isElement(value)) return [partOf(value, bytes)];
  return [{ payload: bytes, contentType: 'application/json', envelope: {} }];
}

const isKnownMessage = (value: unknown): boolean => producerFacts({ form: 'json', value }) !== null;

function partOf(element: unknown, json: Uint8Array): PpnsFilePart {
  const { payload, contentType, envelope } = readElement(element, json);
  return { payload, contentType, envelope };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
