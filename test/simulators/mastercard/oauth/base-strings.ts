import type { OAuthParameters } from './authorization-header.ts';
import { percentDecode, percentEncode } from './percent-encoding.ts';

export interface SignedText {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** As the `Host` header has it. */
  readonly host: string;
  /** Path and query as the request line has them. */
  readonly target: string;
}

/**
 * The texts over which a signature of this call would be good, the one that the gateway names in its errors first.
 *
 * The gateway works on the text of the header and of the request line, and encodes it once. Where the header's values
 * are percent-encoded in full, as a signer after RFC 5849 writes them, that is the RFC's own text but for a query
 * that was sent with fewer encodings than the RFC's: the second text is for that.
 */
export function acceptableBaseStrings(call: SignedText, oauth: OAuthParameters): readonly string[] {
  const signed = [...oauth].filter(([name]) => name !== 'oauth_signature' && name !== 'realm');
  const [path, query] = cutAt(call.target, '?');
  const sent = queryPairs(query);
  const asSent = baseString(call, path, [...sent, ...signed]);
  if (!signed.flat().every(isFullyEncoded)) return [asSent];
  const normal = sent.map((pair) => pair.map(normalised));
  if (normal.flat().includes(null)) return [asSent];
  const strict = baseString(call, path, [...(normal as [string, string][]), ...signed]);
  return strict === asSent ? [asSent] : [asSent, strict];
}

function baseString(call: SignedText, path: string, pairs: readonly (readonly string[])[]): string {
  const sorted = pairs
    .map(([name = '', value = '']) => [name, value] as const)
    .sort((a, b) => byText(a[0], b[0]) || byText(a[1], b[1]));
  const parameters = sorted.map(([name, value]) => `${name}=${value}`).join('&');
  const uri = `${call.scheme}://${call.host.toLowerCase()}${path}`;
  return [call.method.toUpperCase(), uri, parameters].map((part) => percentEncode(part)).join('&');
}

const queryPairs = (query: string): readonly (readonly string[])[] =>
  query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => cutAt(pair, '='));

/** The text before and after the first `mark`; the latter empty where there is none. */
function cutAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** A piece of a query, where `+` is a blank, encoded in full; null for what cannot be decoded. */
function normalised(text: string): string | null {
  const plain = percentDecode(text.replaceAll('+', ' '));
  return plain === null ? null : percentEncode(plain);
}

function isFullyEncoded(text: string): boolean {
  const plain = percentDecode(text);
  return plain !== null && percentEncode(plain) === text;
}

/** By code unit, which for what stands in a header and a request line is the order of its bytes. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
