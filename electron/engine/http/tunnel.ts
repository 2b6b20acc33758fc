import { request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { proxyName, type Proxy } from '../network/way.ts';
import { causeCode } from './cause-code.ts';
import { endAt } from './deadline.ts';

export interface TunnelOptions {
  readonly proxy: Proxy;
  /** `host:port`. */
  readonly target: string;
  readonly deadline: AbortSignal;
}

/**
 * Asks a proxy, to which `socket` leads, for a way to the target: `CONNECT` (RFC 9110, 9.3.6). From then on
 * the socket leads to the target. It is destroyed where that fails.
 */
export function openTunnel(
  socket: Socket,
  { proxy, target, deadline }: TunnelOptions,
): Promise<Result<Socket, Failure>> {
  return new Promise((resolve) => {
    const asked = request({
      method: 'CONNECT',
      path: target,
      createConnection: () => socket,
      headers: { host: target, connection: 'keep-alive', ...signIn(proxy) },
    });
    const release = endAt(deadline, socket);
    const refuse = (why: Failure) => {
      release();
      socket.destroy();
      resolve(failed(why));
    };
    asked.once('connect', (answer, _socket, head) => {
      const status = answer.statusCode ?? 0;
      if (status < 200 || status > 299) return refuse(refusal(answer, proxy, target));
      release();
      if (head.length > 0) socket.unshift(head);
      resolve(ok(socket));
    });
    asked.once('error', (error) => {
      const detail = `${proxyName(proxy)} gave no answer to CONNECT (${causeCode(error) ?? 'unknown'})`;
      refuse(failure('proxy-unreachable', { detail }));
    });
    asked.end();
  });
}

function signIn({ credentials }: Proxy): Readonly<Record<string, string>> {
  if (credentials === null) return {};
  const pair = Buffer.from(`${credentials.name}:${credentials.password}`, 'utf8').toString('base64');
  return { 'proxy-authorization': `Basic ${pair}` };
}

function refusal({ statusCode, headers }: IncomingMessage, proxy: Proxy, target: string): Failure {
  const name = proxyName(proxy);
  if (statusCode !== 407) {
    return failure('proxy-refused', { detail: `${name} answered ${statusCode ?? 0} to CONNECT ${target}` });
  }
  const schemes = schemesIn(headers['proxy-authenticate']);
  if (schemes.length > 0 && !schemes.includes('Basic')) {
    return failure('proxy-sign-in', { detail: `${name} takes ${schemes.join(', ')} alone, not Basic` });
  }
  return proxy.credentials === null
    ? failure('proxy-sign-in', { detail: name })
    : failure('proxy-credentials-refused', { detail: name });
}

const KNOWN_SCHEMES = ['Basic', 'Digest', 'NTLM', 'Negotiate', 'Kerberos', 'Bearer'];

/** Known names alone: the header is the proxy's own text. */
function schemesIn(header: string | string[] | undefined): readonly string[] {
  const text = [header ?? ''].flat().join(', ');
  return KNOWN_SCHEMES.filter((scheme) => new RegExp(`(^|,)\\s*${scheme}\\b`, 'i').test(text));
}
