import type { Way } from './way.ts';

/** The ways that the system's settings, or a PAC file, name for an address, in their order. */
export interface SystemAnswer {
  readonly ways: readonly Way[];
  /** Kinds of proxy that were named and cannot be used here, such as `SOCKS5`. */
  readonly unusable: readonly string[];
}

/**
 * What a PAC file's `FindProxyForURL` answers, and Chromium for the system's settings: `PROXY proxy:3128; DIRECT`. An
 * empty answer means straight.
 */
export function readSystemAnswer(text: string): SystemAnswer {
  const entries = text
    .split(';')
    .map((entry) => entry.trim().split(/\s+/))
    .filter(([kind]) => kind !== '');
  const ways: Way[] = [];
  const unusable: string[] = [];
  for (const [kind = '', address = ''] of entries) {
    const way = wayOf(kind.toUpperCase(), address);
    if (way === undefined) unusable.push(kind.toUpperCase());
    else ways.push(way);
  }
  return entries.length === 0 ? { ways: [null], unusable } : { ways, unusable };
}

/** Undefined where it is of a kind, or at an address, that cannot be called. */
function wayOf(kind: string, address: string): Way | undefined {
  if (kind === 'DIRECT') return null;
  if (kind !== 'PROXY' && kind !== 'HTTP' && kind !== 'HTTPS') return undefined;
  const secure = kind === 'HTTPS';
  const [, host = '', port] = /^\[?([^\s\]]+?)\]?(?::(\d{1,5}))?$/.exec(address) ?? [];
  if (host === '') return undefined;
  return { host, port: port === undefined ? (secure ? 443 : 80) : Number(port), secure, credentials: null };
}
