import { readXml } from '../../decode/xml/read-xml.ts';

/** What an error answer says for itself. `page` where it is a web page, which no API of HMRC sends. */
export interface ErrorBody {
  readonly form: 'json' | 'xml' | 'page' | 'other' | 'empty';
  readonly code: string | null;
  readonly message: string | null;
}

/**
 * Reads an error by what it is, not by what its content type claims: the platform's JSON or XML envelope,
 * the OAuth shape, an `errors` array, a load balancer's page, anything. Never throws.
 */
export function readErrorBody(body: Uint8Array): ErrorBody {
  const text = new TextDecoder().decode(body.subarray(0, MOST_BYTES)).trim();
  if (text === '') return { form: 'empty', code: null, message: null };
  if (/^<(!doctype\s+html|html)[\s>]/i.test(text)) return { form: 'page', code: null, message: null };
  if (text.startsWith('<')) return xmlError(body);
  return jsonError(text);
}

/** Error bodies are a few hundred bytes. */
const MOST_BYTES = 65_536;

function jsonError(text: string): ErrorBody {
  const value = parsed(text);
  if (value === undefined) return { form: 'other', code: null, message: null };
  const outer = membersOf(value);
  const inner = membersOf(Array.isArray(outer['errors']) ? (outer['errors'] as unknown[])[0] : undefined);
  return {
    form: 'json',
    code: word(outer['code']) ?? word(outer['error']) ?? word(inner['code']),
    message: line(outer['message']) ?? line(outer['error_description']) ?? line(inner['message']),
  };
}

function xmlError(body: Uint8Array): ErrorBody {
  const xml = readXml(body);
  if (!xml.ok) return { form: 'other', code: null, message: null };
  const { root } = xml.value;
  return { form: 'xml', code: word(root.text('code')), message: line(root.text('message')) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A code is one word; anything else is not one. */
const word = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? value : null;

const line = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.replace(/\s+/g, ' ').slice(0, 200) : null;
