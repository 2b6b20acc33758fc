import type { Socket } from 'node:net';
import type { SecureContext, TLSSocket } from 'node:tls';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, type Result } from '../../../shared/result.ts';
import { proxyName, type Proxy, type Way } from '../network/way.ts';
import { causeCode } from './cause-code.ts';
import { reasonOf } from './network-failure.ts';
import { plainSocket } from './plain-socket.ts';
import { secureSocket, type SecureFault } from './secure-socket.ts';
import { openTunnel } from './tunnel.ts';

export interface Target {
  readonly host: string;
  readonly port: number;
  readonly context: SecureContext;
  readonly deadline: AbortSignal;
}

/** A connection to an https host by one way, verified. The failure says which way it was. */
export async function openWay(way: Way, target: Target): Promise<Result<TLSSocket, Failure>> {
  const reached = way === null ? await straight(target) : await throughProxy(way, target);
  if (!reached.ok) return reached;
  const secure = await secureSocket(reached.value, target);
  return secure.ok ? secure : failed(secureFailure(secure.failure, wayName(way, target)));
}

async function straight({ host, port, deadline }: Target): Promise<Result<Socket, Failure>> {
  const socket = await plainSocket(host, port, deadline);
  return socket.ok ? socket : failed(unreachable(socket.failure, wayName(null, { host, port })));
}

async function throughProxy(proxy: Proxy, target: Target): Promise<Result<Socket, Failure>> {
  const { host, port, context, deadline } = target;
  const plain = await plainSocket(proxy.host, proxy.port, deadline);
  if (!plain.ok) {
    const detail = `${proxyName(proxy)}: ${causeCode(plain.failure) ?? 'unknown'}`;
    return failed(failure('proxy-unreachable', { detail }));
  }
  const socket = proxy.secure
    ? await secureSocket(plain.value, { host: proxy.host, context, deadline })
    : plain;
  if (!socket.ok) return failed(secureFailure(socket.failure, `the proxy ${proxyName(proxy)}`));
  return openTunnel(socket.value, { proxy, target: proxyName({ host, port }), deadline });
}

/** `api.example` straight, `api.example through proxy.office:3128`; the port where it is not the usual one. */
function wayName(way: Way, { host, port }: Pick<Target, 'host' | 'port'>): string {
  const name = port === 443 ? host : proxyName({ host, port });
  return way === null ? name : `${name} through ${proxyName(way)}`;
}

/** Before anything was sent, a reset is one way of being refused. */
function unreachable(error: unknown, name: string): Failure {
  const code = causeCode(error);
  const isLate = code !== null && reasonOf(code) === 'timed-out';
  return failure(isLate ? 'timed-out' : 'network-unreachable', { detail: `${name}: ${code ?? 'unknown'}` });
}

function secureFailure({ error, seen }: SecureFault, name: string): Failure {
  const code = causeCode(error);
  const reason = code === null ? 'tls-failed' : reasonOf(code);
  if (reason === 'certificate-unknown') {
    const issuer = seen === null ? '' : `signed by “${seen.root}” `;
    return failure(reason, { detail: `${name}: ${issuer}(${code ?? ''})` });
  }
  if (reason !== 'tls-failed') return unreachable(error, name);
  const subject = seen === null ? '' : `certificate of “${seen.subject}” `;
  return failure(reason, { detail: `${name}: ${subject}(${code ?? 'unknown'})` });
}
