import type { XmlElement } from '../xml/read-xml.ts';

/** The text of `element` and of all inside it, for the search index. */
export const leafText = (element: XmlElement): string => element.texts().join(' ');

/** What can be searched of a payload that could not be read: its beginning, as it stands. */
export const rawText = (payload: Uint8Array): string =>
  new TextDecoder().decode(payload.subarray(0, MAX_RAW_BYTES));

const MAX_RAW_BYTES = 65_536;
