import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../../electron/engine/time/clock.ts';
import { CONTEXT } from './contract.ts';
import {
  mastercardCore,
  type MastercardOptions,
  type MastercardSimulator,
  type Received,
} from './mastercard.ts';
import { playFault } from './play-fault.ts';

export interface RunningMastercard extends MastercardSimulator {
  /** `http://127.0.0.1:PORT/commercial-event-notifications`, as Mastercard names its addresses. */
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** Plays Mastercard's Commercial Event Notifications on 127.0.0.1. `port` is any free one where absent. */
export async function startMastercardSimulator(
  options: MastercardOptions & { readonly port?: number } = {},
): Promise<RunningMastercard> {
  const { simulator, receive } = mastercardCore(options);
  const server = createServer((incoming, outgoing) => {
    readBody(incoming).then(
      (body) => {
        const { method = 'GET', url: target = '/', rawHeaders } = incoming;
        send(receive({ method, scheme: 'http', target, rawHeaders, body }), outgoing).catch(
          (fault: unknown) => {
            outgoing
              .writeHead(500, { 'content-type': 'text/plain' })
              .end(`the simulator has a bug: ${String(fault)}`);
          },
        );
      },
      () => outgoing.destroy(),
    );
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));

  return {
    ...simulator,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${CONTEXT}`,
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

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
