import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchHttp } from '../../../electron/engine/http/fetch-http.ts';
import { createNetwork, type NetworkOptions } from '../../../electron/engine/network/network.ts';
import { systemClock } from '../../../electron/engine/time/clock.ts';
import type { OpenedNetwork } from '../../../shared/network/network-settings.ts';
import { createCertificateAuthority, type Issued } from './certificate-authority.ts';
import { startForwardProxy, type ForwardProxyOptions } from './forward-proxy.ts';

/** A source that no name server knows: only a proxy leads to it. */
export const API = 'https://api.hmrc.test/';

/** Answers with the name that it was called by. */
export const hello: RequestListener = (request, response) =>
  void response.end(`hello ${request.headers.host ?? ''}`);

/** A proxy of this machine, as the settings name it. */
export const named = (port: number, more: object = {}) =>
  ({ proxy: { host: '127.0.0.1', port, password: null, ...more } }) as const;

/** Sources over TLS, proxies, and clients in one office, with a public root and one of the office's own. */
export function createOfficeNetwork() {
  const office = createCertificateAuthority('Office Inspection Root');
  const world = createCertificateAuthority('Public Root');
  const folder = mkdtempSync(join(tmpdir(), 'quayside-network-'));
  const worldFile = join(folder, 'world.pem');
  const officeFile = join(folder, 'office.pem');
  writeFileSync(worldFile, world.pem);
  writeFileSync(officeFile, office.pem);
  const closers: (() => Promise<unknown>)[] = [];

  /** A source over TLS; returns its port. */
  async function source(identity: Issued, answer: RequestListener = hello): Promise<number> {
    const server = createServer(identity, answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return (server.address() as AddressInfo).port;
  }

  async function proxyTo(port: number | null, options: Partial<ForwardProxyOptions> = {}) {
    const proxy = await startForwardProxy({ route: () => port, ...options });
    closers.push(proxy.close);
    return proxy;
  }

  /** A client whose environment, office and settings are what the test says; it trusts the public root by its environment. */
  function clientOf(options: Partial<NetworkOptions> = {}) {
    const network = createNetwork({
      platform: 'linux',
      env: { NODE_EXTRA_CA_CERTS: worldFile },
      policyFile: join(folder, 'no-policy.json'),
      ...options,
    });
    const http = fetchHttp({
      clock: systemClock,
      timeoutMs: 5000,
      maxBytes: 1e6,
      userAgent: 'test',
      network,
    });
    return { network, http };
  }

  /** Calls an address; returns the body and the proxy, or the reason and its detail. */
  function client(chosen: OpenedNetwork, options: Partial<NetworkOptions> = {}) {
    const { network, http } = clientOf(options);
    network.choose(chosen);
    return async (url: string) => {
      const answer = await http({ method: 'GET', url, headers: {} });
      if (!answer.ok) return [answer.failure.reason, answer.failure.detail];
      return [new TextDecoder().decode(answer.value.body), answer.value.proxy ?? null];
    };
  }

  return {
    ...{ office, world, folder, worldFile, officeFile, source, proxyTo, client, clientOf },
    /** Ends what was started since the last time. */
    close: async () => {
      for (const close of closers.splice(0)) await close();
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
