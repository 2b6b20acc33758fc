/** RFC 3986: everything but letters, digits and `-._~`. Stricter than `encodeURIComponent`, which leaves `!'()*`. */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * `?a=1&b=2%2C3`, or nothing without parameters. What is signed is the query as it stands in the URL, so it is
 * encoded once, here, and sent byte for byte; `URLSearchParams` would turn a space into `+`.
 */
export function encodedQuery(parameters: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parameters).map(
    ([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
