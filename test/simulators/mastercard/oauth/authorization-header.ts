/** Names and values of an OAuth `Authorization` header, neither of them decoded. */
export type OAuthParameters = ReadonlyMap<string, string>;

/** Null for another scheme, for what is not a list of `name="value"`, and where a name comes twice. */
export function readAuthorization(header: string): OAuthParameters | null {
  const list = /^OAuth\s+(.*)$/is.exec(header)?.[1];
  if (list === undefined) return null;
  const parameters = new Map<string, string>();
  for (const part of list.split(',')) {
    const [, name, value] = /^\s*([^\s="]+)="([^"]*)"\s*$/.exec(part) ?? [];
    if (name === undefined || value === undefined || parameters.has(name)) return null;
    parameters.set(name, value);
  }
  return parameters;
}
