import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Issued } from './certificate-authority.ts';

export interface TlsFront {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** A simulator over TLS: what comes in is handed on to its plain address as it is. */
export async function startTlsFront(identity: Issued, plainUrl: string): Promise<TlsFront> {
  const server = createServer(identity, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = request(`${plainUrl}${url ?? ''}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
