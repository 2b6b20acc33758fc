import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../../electron/engine/time/clock.ts';
import type { Call } from './call.ts';
import { playFault } from './play-fault.ts';

export interface Served {
  /** `http://127.0.0.1:PORT`. Known once `listening` has resolved. */
  origin(): string;
  readonly listening: Promise<void>;
  close(): Promise<void>;
}

/** Hands every call on 127.0.0.1 to `receive` and sends what it answers. `port` is any free one where absent. */
export function serve(receive: (incoming: IncomingMessage, body: Buffer) => Call, port = 0): Served {
  const server = createServer((incoming, outgoing) => {
    readBody(incoming).then(
      (body) =>
        send(receive(incoming, body), outgoing).catch((fault: unknown) => {
          outgoing
            .writeHead(500, { 'content-type': 'text/plain' })
            .end(`the simulator has a bug: ${String(fault)}`);
        }),
      () => outgoing.destroy(),
    );
  });
  server.keepAliveTimeout = 60_000;
  return {
    origin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    listening: new Promise((resolve) => server.listen(port, '127.0.0.1', resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send({ fault, answer, done }: Call, outgoing: ServerResponse): Promise<void> {
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

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
