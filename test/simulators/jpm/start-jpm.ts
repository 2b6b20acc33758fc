import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../../electron/engine/time/clock.ts';
import { playFault } from '../mastercard/play-fault.ts';
import { CONTEXT, TOKEN_PATH, type JpmRequest } from './contract.ts';
import { jpmCore, type JpmOptions, type JpmSimulator, type Received } from './jpm.ts';

export interface RunningJpm extends JpmSimulator {
  /** `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string;
  /** `http://127.0.0.1:PORT/adfs/oauth2/token`; what `aud` must be. */
  readonly tokenUrl: string;
  close(): Promise<void>;
}

/** Plays J.P. Morgan's Notifications API and its token endpoint on 127.0.0.1. `port` is any free one where absent. */
export async function startJpmSimulator(
  options: JpmOptions & { readonly port?: number } = {},
): Promise<RunningJpm> {
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokenUrl = () => `${origin()}${TOKEN_PATH}`;
  const { simulator, receive } = jpmCore(options, tokenUrl);
  const server = createServer((incoming, outgoing) => {
    readBody(incoming).then(
      (body) =>
        send(receive(requestOf(incoming, body)), outgoing).catch((fault: unknown) => {
          outgoing
            .writeHead(500, { 'content-type': 'text/plain' })
            .end(`the simulator has a bug: ${String(fault)}`);
        }),
      () => outgoing.destroy(),
    );
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));

  return {
    ...simulator,
    baseUrl: `${origin()}${CONTEXT}`,
    tokenUrl: tokenUrl(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send({ fault, answer, done }: Received, outgoing: ServerResponse): Promise<void> {
  if (fault?.kind === 'delay') await systemClock.sleep(fault.ms);
  const outcome = playFault(fault, answer);
  if (outcome.kind === 'nothing') {
    outgoing.destroy();
    done(null);
    return;
  }
  const { status, headers, body: whole } = outcome.answer;
  outgoing.sendDate = false;
  const length = outcome.kind === 'half' ? Buffer.byteLength(whole ?? '') : outcome.body.length;
  outgoing.writeHead(status, { 'content-length': length, ...headers });
  if (outcome.kind === 'half') {
    await new Promise<void>((resolve) => outgoing.write(outcome.body, () => resolve()));
    outgoing.destroy();
  } else {
    outgoing.end(outcome.body);
  }
  done(status);
}

function requestOf(incoming: IncomingMessage, body: Buffer): JpmRequest {
  const url = new URL(incoming.url ?? '/', 'http://jpm.invalid');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body,
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
