import { percentEncode } from './percent-encode.ts';

export type OAuthParameters = Readonly<Record<string, string>>;

/**
 * What the signature is over: method, address and parameters, each percent-encoded once.
 *
 * Not RFC 5849 to the letter: the gateway takes query pairs and OAuth values as they stand in URL and header and
 * encodes the joined string once, where the RFC would encode each value before.
 */
export function signatureBaseString(method: string, url: string, oauth: OAuthParameters): string {
  return [method.toUpperCase(), baseUri(url), parameterString(url, oauth)].map(percentEncode).join('&');
}

/** Scheme and host in lower case, the port where the URL names one, and the path. Throws a `TypeError` for no URL. */
export function baseUri(url: string): string {
  const { scheme, authority, path } = splitUrl(url);
  return `${scheme.toLowerCase()}://${authority.toLowerCase()}${path === '' ? '/' : path}`;
}

/** Query pairs and OAuth parameters as they stand, sorted by name and then by value. */
export function parameterString(url: string, oauth: OAuthParameters): string {
  const { query } = splitUrl(url);
  const inUrl = query === '' ? [] : query.split('&').map(nameAndValue);
  return [...inUrl, ...Object.entries(oauth)]
    .sort(([name, value], [otherName, otherValue]) => order(name, otherName) || order(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** By hand, because `URL` would encode and drop what has to be signed as it stands. */
function splitUrl(url: string) {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(url);
  if (match === null) throw new TypeError('an absolute URL is signed');
  const [, scheme = '', authority = '', path = '', query = ''] = match;
  return { scheme, authority, path, query };
}

function nameAndValue(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
