/** A proxy as calls are sent to it. */
export interface Proxy {
  readonly host: string;
  readonly port: number;
  /** Whether it is itself spoken to over TLS. */
  readonly secure: boolean;
  /** What it is signed in to with, by the Basic scheme. */
  readonly credentials: { readonly name: string; readonly password: string } | null;
}

/** One way out of this network: straight (null), or through a proxy. */
export type Way = Proxy | null;

/** `proxy.office:3128`, an IPv6 address in brackets; never with its credentials. */
export const proxyName = ({ host, port }: Pick<Proxy, 'host' | 'port'>): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;
