import type { SourceName } from '../../../shared/accounts/source-name.ts';
import { splitPpnsFile, type PpnsFilePart } from '../decode/ppns/split-file.ts';
import { arrayElements, listElements } from '../decode/json/array-elements.ts';

/** One message in a file, as its source would have delivered it. */
export type FilePart = PpnsFilePart;

/** The messages in a file; none where it holds an empty list. */
export function payloadsIn(bytes: Uint8Array, source: SourceName): readonly FilePart[] {
  if (source === 'hmrc-ppns') return splitPpnsFile(bytes);
  if (source === 'hmrc-cds') return [{ payload: bytes, contentType: 'application/xml', envelope: {} }];
  return elementsIn(bytes).map((payload) => ({ payload, contentType: 'application/json', envelope: {} }));
}

/** Members under which an answer lists its notifications: at Mastercard, at J.P. Morgan. */
export const LISTS = ['notifications', 'notificationResponses'] as const;

/** Each element exactly as it stands there, so that numbers keep their digits; the whole file where it is no list. */
function elementsIn(bytes: Uint8Array): readonly Uint8Array[] {
  const value = jsonIn(bytes);
  if (Array.isArray(value)) return listElements(bytes);
  const list = LISTS.find((name) => Array.isArray(memberOf(value, name)));
  return list === undefined ? [bytes] : arrayElements(bytes, list);
}

/** What the bytes say as JSON; undefined where they are none. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
