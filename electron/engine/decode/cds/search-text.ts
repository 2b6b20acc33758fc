import type { XmlElement } from '../xml/read-xml.ts';

/** The text of every leaf under `element`, in order, for the search index. */
export const leafText = (element: XmlElement): string => leaves(element).join(' ');

function leaves(element: XmlElement): readonly string[] {
  const own = element.value === null ? [] : [element.value];
  return [...own, ...element.children().flatMap(leaves)];
}

/** What can be searched of a payload that could not be read: its beginning, as it stands. */
export const rawText = (payload: Uint8Array): string =>
  new TextDecoder().decode(payload.subarray(0, MAX_RAW_BYTES));

const MAX_RAW_BYTES = 65_536;
