import type { ReadableStream } from 'node:stream/web';
import { Agent, fetch, Request, Response } from 'undici';
import { failure, type Failure } from '../../../shared/failure.ts';
import { parseUrl } from '../../../shared/parse-url.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { Network } from '../network/network.ts';
import type { Clock } from '../time/clock.ts';
import { createConnector } from './connector.ts';
import type { Http, HttpRequest, HttpResponse } from './http.ts';
import { networkFailure, unsendable } from './network-failure.ts';

export interface FetchHttpOptions {
  readonly clock: Clock;
  /** For the whole answer, from the call to the last byte of the body. */
  readonly timeoutMs: number;
  /** The longest body that is read, in bytes; a request may ask for less. */
  readonly maxBytes: number;
  readonly userAgent: string;
  /** By which ways calls go out, and whom they trust. */
  readonly network: Network;
}

/**
 * The one door to the network: undici's own `fetch`, since Node's takes no connector. A redirect is an answer like any other and is never followed, so that credentials
 * go to the address they were meant for and nowhere else. A body that stops short of its `Content-Length`, or of its
 * last chunk, is no answer: `fetch` sees to that, and the integration tests to `fetch`.
 */
export function fetchHttp(options: FetchHttpOptions): Http {
  const { clock, timeoutMs } = options;
  const connections = createConnections(options);

  return async (request, signal) => {
    if (signal?.aborted) return failed(failure('cancelled'));
    const abort = new AbortController();
    const over = new AbortController();
    let cutShort = null as CutShort | null;
    const cut = (why: CutShort) => {
      cutShort ??= why;
      abort.abort();
    };
    const onCancel = () => cut('cancelled');
    signal?.addEventListener('abort', onCancel, { once: true });
    void clock.sleep(timeoutMs, over.signal).then(() => {
      if (!over.signal.aborted) cut('timed-out');
    });

    const answer = await send(request, { ...options, connections }, abort);
    over.abort();
    signal?.removeEventListener('abort', onCancel);
    if (answer.ok || cutShort === null) return answer;
    const detail = `${connections.nameOf(request.url)}: no complete answer within ${timeoutMs / 1000} s`;
    const known = cutShort === 'timed-out' ? { detail, status: answer.failure.status } : {};
    return failed(failure(cutShort, known));
  };
}

type CutShort = 'timed-out' | 'cancelled';

interface Connections {
  /** What holds them open; another one once the network was chosen anew. */
  agent(): Agent;
  /** Through which proxy the host of this address was last reached; null where straight, or not yet. */
  proxyOf(url: string): string | null;
  /** `api.example`, or `api.example through proxy.office:3128`. */
  nameOf(url: string): string;
}

function createConnections({ network, clock }: FetchHttpOptions): Connections {
  const proxies = new Map<string, string | null>();
  const connect = createConnector({
    network,
    clock,
    onConnected: (host, proxy) => proxies.set(host, proxy),
  });
  const proxyOf = (url: string) => proxies.get(hostnameOf(url)) ?? null;
  let held = { agent: new Agent({ connect }), choice: network.choice() };
  return {
    agent: () => {
      if (held.choice !== network.choice()) {
        // What is under way ends as it began.
        void held.agent.close();
        held = { agent: new Agent({ connect }), choice: network.choice() };
      }
      return held.agent;
    },
    proxyOf,
    nameOf: (url) => {
      const proxy = proxyOf(url);
      return proxy === null ? hostOf(url) : `${hostOf(url)} through ${proxy}`;
    },
  };
}

async function send(
  request: HttpRequest,
  options: FetchHttpOptions & { readonly connections: Connections },
  abort: AbortController,
): Promise<Result<HttpResponse, Failure>> {
  const { connections } = options;
  const host = hostOf(request.url);
  const maxBytes = Math.min(request.maxBytes ?? Infinity, options.maxBytes);
  if (!isSendable(request)) return failed(unsendable(host));
  let status: number | null = null;
  try {
    const response = await fetch(request.url, {
      method: request.method,
      // Bytes as the source made them: none are left for a decompressor to lose or to multiply.
      headers: { 'accept-encoding': 'identity', ...request.headers, 'user-agent': options.userAgent },
      body: request.body ?? null,
      redirect: 'manual',
      signal: abort.signal,
      dispatcher: connections.agent(),
    });
    status = response.status;
    const body = await readBody(response, maxBytes);
    if (body === null) {
      abort.abort();
      return failed(
        failure('unexpected-answer', { status, detail: `${host}: larger than ${maxBytes} bytes` }),
      );
    }
    return ok({
      status,
      headers: Object.fromEntries(response.headers),
      body,
      proxy: connections.proxyOf(request.url),
    });
  } catch (error) {
    return failed({ ...networkFailure(error, connections.nameOf(request.url)), status });
  }
}

/** Whether it can go out at all, found out beforehand: what goes wrong later came from the other side. */
function isSendable({ url, method, headers, body }: HttpRequest): boolean {
  try {
    new Request(url, { method, headers, body: body ?? null });
    return true;
  } catch {
    return false;
  }
}

/** The whole body; null where it is longer than `maxBytes`, of which no more is read than says so. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const announced = Number(response.headers.get('content-length') ?? NaN);
  if (announced > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > maxBytes) return null;
    chunks.push(part.value);
  }
  return joined(chunks, length);
}

/** The chunks as one. Each is let go as soon as it is copied, so that a long body is not held twice. */
function joined(chunks: Uint8Array[], length: number): Uint8Array {
  const body = new Uint8Array(length);
  let end = length;
  for (let chunk = chunks.pop(); chunk !== undefined; chunk = chunks.pop()) {
    end -= chunk.byteLength;
    body.set(chunk, end);
  }
  return body;
}

const hostnameOf = (url: string) => (parseUrl(url)?.hostname ?? '').replace(/^\[|\]$/g, '');

const hostOf = (url: string) => parseUrl(url)?.host ?? 'address';
