import type { XmlElement } from '../xml/read-xml.ts';

/** The text of `element` and of all inside it, for the search index. */
export const leafText = (element: XmlElement): string => element.texts().join(' ');

/** What can be searched of text that could not be read: its beginning, as it stands. */
export const rawText = (text: string): string => text.slice(0, MOST_RAW);

const MOST_RAW = 65_536;
