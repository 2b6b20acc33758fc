import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { Network } from '../network/network.ts';
import { proxyName, type Way } from '../network/way.ts';
import type { Clock } from '../time/clock.ts';
import { ConnectError } from './connect-error.ts';
import { networkFailure } from './network-failure.ts';
import { openWay, type Target } from './open-way.ts';
import { plainSocket } from './plain-socket.ts';

export interface ConnectorOptions {
  readonly network: Network;
  readonly clock: Clock;
  /** Told of each connection that stands: to which host, and through which proxy; null where it went straight. */
  readonly onConnected: (host: string, proxy: string | null) => void;
}

/** How long one way may take until it stands: the proxy's look-up and call included. */
const CONNECT_WITHIN_MS = 15_000;

/** Makes the connections for undici: by the ways that the network names, with the roots that it trusts. */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  return ({ hostname, protocol, port }, callback) => {
    const isSecure = protocol === 'https:';
    const target = { host: hostname, port: port === '' ? (isSecure ? 443 : 80) : Number(port) };
    // Plain http goes to this computer alone, and so straight.
    const connecting = isSecure ? connect(target, options) : connectPlain(target, options.clock);
    connecting.then(
      (socket) =>
        socket.ok ? callback(null, socket.value) : callback(new ConnectError(socket.failure), null),
      (error: unknown) => callback(error instanceof Error ? error : new Error('connector'), null),
    );
  };
}

async function connect(
  { host, port }: Pick<Target, 'host' | 'port'>,
  { network, clock, onConnected }: ConnectorOptions,
): Promise<Result<Socket, Failure>> {
  const ways = await network.waysTo(host, port);
  if (!ways.ok) return ways;
  const trust = network.trust();
  if (!trust.ok) return trust;
  let first: Failure | null = null;
  for (const way of ways.value) {
    const { context } = trust.value;
    const socket = await inTime(clock, (deadline) => openWay(way, { host, port, context, deadline }));
    if (socket.ok) {
      onConnected(host, nameOf(way));
      return socket;
    }
    const doubted = socket.failure.reason === 'certificate-unknown';
    if (doubted) network.doubt();
    first ??= doubted ? withFault(socket.failure, trust.value.extraFault) : socket.failure;
    // Another way is for a proxy that is down, as PAC files mean it; what a proxy forbids is not gone round.
    if (socket.failure.reason !== 'proxy-unreachable') break;
  }
  return failed(first ?? failure('proxy-unusable'));
}

async function connectPlain(
  { host, port }: Pick<Target, 'host' | 'port'>,
  clock: Clock,
): Promise<Result<Socket, Failure>> {
  const socket = await inTime(clock, (deadline) => plainSocket(host, port, deadline));
  return socket.ok ? ok(socket.value) : failed(networkFailure(socket.failure, proxyName({ host, port })));
}

const nameOf = (way: Way): string | null => (way === null ? null : proxyName(way));

const withFault = (why: Failure, fault: string | null): Failure =>
  fault === null ? why : { ...why, detail: `${why.detail ?? ''}. ${fault}` };

async function inTime<T>(clock: Clock, work: (deadline: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  const over = new AbortController();
  void clock.sleep(CONNECT_WITHIN_MS, over.signal).then(() => {
    if (!over.signal.aborted) deadline.abort();
  });
  try {
    return await work(deadline.signal);
  } finally {
    over.abort();
  }
}
