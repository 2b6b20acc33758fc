import XMLBuilder from 'fast-xml-builder';
import { XMLParser } from 'fast-xml-parser';
import { readXml } from './xml/read-xml.ts';

const LARGEST_PRETTY = 1_000_000;

/**
 * A payload laid out for reading: JSON and XML indented, JSON inside JSON strings opened up, anything else as it is.
 * For the eye alone: what is kept and exported is always the bytes as delivered.
 */
export function prettyPayload(text: string): string {
  if (text.length > LARGEST_PRETTY) return text;
  return prettyJson(text) ?? prettyXml(text) ?? text;
}

function prettyJson(text: string): string | null {
  const value = parseJson(text);
  return value === undefined ? null : JSON.stringify(opened(value), null, 2);
}

/** Producers put JSON into JSON strings: what a string holds is shown as what it is. */
function opened(value: unknown): unknown {
  if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
    return inner === undefined ? value : opened(inner);
  }
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, opened(member)]));
  }
  return value;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' || typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

const layout = {
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  commentPropName: '#comment',
  trimValues: true,
} as const;

function prettyXml(text: string): string | null {
  // The layouter below repairs what is broken without saying so: show that as it came.
  if (!readXml(new TextEncoder().encode(text)).ok) return null;
  try {
    const tree: unknown = new XMLParser(layout).parse(text);
    const laidOut: unknown = new XMLBuilder({ ...layout, format: true, suppressEmptyNode: true }).build(tree);
    return typeof laidOut === 'string' && laidOut.trim() !== '' ? laidOut.trim() : null;
  } catch {
    return null;
  }
}
