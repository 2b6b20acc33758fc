import { BlockList, isIP } from 'node:net';

/** Whether a host and port are called straight although there is a proxy. */
export type Except = (host: string, port: number) => boolean;

/**
 * `NO_PROXY` as programs have come to read it; there is no standard. An entry means a host with all that lies below it
 * (`office.example`, `.office.example` and `*.office.example` alike), an address, a network (`10.0.0.0/8`), or all (`*`);
 * with `:port` that port alone. What is none of these means nothing.
 */
export function exceptFrom(entries: readonly string[]): Except {
  const rules = entries.map((entry) => ruleOf(entry.trim().toLowerCase()));
  return (host, port) => rules.some((rule) => rule(host.toLowerCase().replace(/^\[|\]$|\.$/g, ''), port));
}

/** The entries of a list with commas or white space between them. */
export const exceptEntries = (text: string): readonly string[] =>
  text.split(/[\s,]+/).filter((entry) => entry !== '');

function ruleOf(entry: string): Except {
  if (entry === '*') return () => true;
  const network = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(entry);
  if (network !== null) return networkRule(network[1] ?? '', Number(network[2]));
  const [, name = entry, port] = isIP(entry) === 6 ? [] : (/^(.*?)(?::(\d{1,5}))?$/.exec(entry) ?? []);
  const bare = name.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
  const isPort = (asked: number) => port === undefined || Number(port) === asked;
  if (isIP(bare) !== 0) return networkRule(bare, isIP(bare) === 4 ? 32 : 128, isPort);
  return (host, asked) => bare !== '' && isPort(asked) && (host === bare || host.endsWith(`.${bare}`));
}

function networkRule(
  address: string,
  prefix: number,
  isPort: (port: number) => boolean = () => true,
): Except {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0 || prefix > (family === 'ipv4' ? 32 : 128)) return () => false;
  const list = new BlockList();
  list.addSubnet(address, prefix, family);
  return (host, port) =>
    isPort(port) && isIP(host) !== 0 && list.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}
