import { readXml, type XmlElement } from '../xml/read-xml.ts';

/** What a message turns out to be, by its content alone. */
export type MessageContent =
  | { readonly form: 'json'; readonly value: unknown }
  | { readonly form: 'xml'; readonly root: XmlElement }
  | { readonly form: 'unreadable'; readonly problem: string };

/**
 * Opens a message's text: JSON, XML, or either of them inside JSON strings, as producers send what they hold
 * already as text. Never throws.
 */
export function readMessage(text: string, depth = 0): MessageContent {
  const trimmed = text.trim();
  if (trimmed === '') return unreadable('the message is empty');
  if (trimmed.startsWith('<')) return readXmlMessage(text);
  const json = parseJson(trimmed);
  if (!json.ok) return unreadable(json.problem);
  const { value } = json;
  if (typeof value !== 'string' || depth >= MOST_STRINGS) return { form: 'json', value };
  const inner = readMessage(value, depth + 1);
  return inner.form === 'unreadable' ? { form: 'json', value } : inner;
}

/** The XML in a text, null where it holds none that can be read. */
export function readXmlText(text: string): XmlElement | null {
  const content = text.trim().startsWith('<') ? readXmlMessage(text) : null;
  return content?.form === 'xml' ? content.root : null;
}

const MOST_STRINGS = 4;

function readXmlMessage(text: string): MessageContent {
  const xml = readXml(new TextEncoder().encode(text.trim()));
  if (xml.ok) return { form: 'xml', root: xml.value.root };
  const { problem, line } = xml.failure;
  return unreadable(`not readable as XML: ${problem}${line === null ? '' : ` (line ${line})`}`);
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    // The engine's own words quote the text; of them only the place is kept.
    const place = /position (\d+)/.exec(String(error))?.[1];
    const where = place === undefined ? '' : ` (character ${Number(place) + 1})`;
    return { ok: false, problem: `neither JSON nor XML: it cannot be read as JSON${where}` };
  }
}

const unreadable = (problem: string): MessageContent => ({ form: 'unreadable', problem });
