import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { CertificateAuthority, Issued } from './certificate-authority.ts';

export interface ForwardProxyOptions {
  /** Where a target (`api.hmrc.test:443`) really is: a port of this machine; null for one that is not reached. */
  readonly route: (target: string) => number | null;
  /** Whoever does not sign in so is answered 407. */
  readonly credentials?: string;
  /** The schemes that a 407 names. */
  readonly schemes?: readonly string[];
  /** Every CONNECT is answered so. */
  readonly refusal?: number;
  /** TLS to the proxy itself. */
  readonly tls?: Issued;
  /** Ends TLS here and answers by itself, with certificates of its own: the inspecting proxy of an office. */
  readonly inspect?: { readonly authority: CertificateAuthority; readonly answer: RequestListener };
}

export interface ForwardProxy {
  readonly port: number;
  /** Every CONNECT as it was asked for. */
  readonly targets: string[];
  /** What each had to say in Proxy-Authorization. */
  readonly signIns: (string | undefined)[];
  readonly close: () => Promise<void>;
}

/** A proxy that counts, as RFC 9110 has it: CONNECT alone, since nothing else is ever asked of it. */
export async function startForwardProxy(options: ForwardProxyOptions): Promise<ForwardProxy> {
  const targets: string[] = [];
  const signIns: (string | undefined)[] = [];
  const sockets = new Set<Duplex>();
  const inspected = createServer(options.inspect?.answer);
  const server: Server =
    options.tls === undefined ? createServer(refuseAll) : createTlsServer(options.tls, refuseAll);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    client.on('error', () => undefined);
    targets.push(request.url ?? '');
    signIns.push(request.headers['proxy-authorization']);
    answer(request, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  function answer({ url: target = '', headers }: IncomingMessage, client: Socket): void {
    const say = (head: string) => client.end(`HTTP/1.1 ${head}\r\nContent-Length: 0\r\n\r\n`);
    const expected = options.credentials === undefined ? undefined : `Basic ${btoa(options.credentials)}`;
    if (expected !== undefined && headers['proxy-authorization'] !== expected) {
      const schemes = (options.schemes ?? ['Basic realm="office"']).map(
        (each) => `\r\nProxy-Authenticate: ${each}`,
      );
      return void say(`407 Proxy Authentication Required${schemes.join('')}`);
    }
    if (options.refusal !== undefined) return void say(`${options.refusal} Refused`);
    if (options.inspect !== undefined) {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      const host = target.replace(/:\d+$/, '');
      const secure = new TLSSocket(client, { isServer: true, ...options.inspect.authority.issue(host) });
      secure.on('error', () => undefined);
      inspected.emit('connection', secure);
      return;
    }
    const port = options.route(target);
    if (port === null) return void say('502 Bad Gateway');
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  }

  return {
    port: (server.address() as AddressInfo).port,
    targets,
    signIns,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const refuseAll: RequestListener = (_request, response) => void response.writeHead(405).end();
