import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../../electron/engine/time/clock.ts';
import { formatOf, gatewayError, type GatewayErrorName } from './answers.ts';
import type {
  GatewayAnswer,
  GatewayApi,
  GatewayApplication,
  GatewayCall,
  GatewayRequest,
  Violation,
} from './contract.ts';
import { faultQueue, type Fault, type Faults } from './faults.ts';
import { throttle } from './throttle.ts';
import { clientIdOf, tokenEndpoint, type IssuedToken } from './tokens.ts';

export interface HmrcGatewayOptions {
  /** Wall clock of the simulated world, epoch milliseconds: token life, `Date`, retention. */
  readonly now?: () => number;
  /** What arrivals are measured with, milliseconds. */
  readonly uptime?: () => number;
  /** Two list calls of one client id at one endpoint come at least this far apart; 10,000 where absent. */
  readonly listSpacingMs?: number;
  /** What an application may call a second, token calls included; 3 where absent. */
  readonly callsPerSecond?: number;
  /** 14,400 where absent, which is what HMRC grants. */
  readonly tokenLifetimeSeconds?: number;
  /** 0 (any free port) where absent. */
  readonly port?: number;
}

export interface HmrcGateway {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Every call in the order of arrival; it grows as they come. */
  readonly calls: readonly GatewayCall[];
  readonly violations: readonly Violation[];
  readonly faults: Faults;
  /** May be changed at any time. */
  readonly settings: {
    listSpacingMs: number;
    callsPerSecond: number;
    tokenLifetimeSeconds: number;
    /** Added to the `Date` header. */
    dateSkewMs: number;
  };
  /** Wall clock of the simulated world, epoch milliseconds. */
  now(): number;
  addApplication(application: GatewayApplication): void;
  mount(api: GatewayApi): void;
  /** Ends every token of the client now, or of all clients, without telling them. */
  expireTokens(clientId?: string): void;
  /** Resolves when as many calls as `count` match, those already made included. */
  called(match: (call: GatewayCall) => boolean, count?: number): Promise<void>;
  close(): Promise<void>;
}

/** Plays HMRC's API gateway on 127.0.0.1: tokens, credentials, scopes, subscriptions, versions, limits and faults. */
export async function startHmrcGateway(options: HmrcGatewayOptions = {}): Promise<HmrcGateway> {
  const now = options.now ?? (() => systemClock.now());
  const uptime = options.uptime ?? (() => systemClock.uptime());
  const settings = {
    listSpacingMs: options.listSpacingMs ?? 10_000,
    callsPerSecond: options.callsPerSecond ?? 3,
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 14_400,
    dateSkewMs: 0,
  };
  const applications = new Map<string, GatewayApplication>();
  const apis: GatewayApi[] = [];
  const calls: GatewayCall[] = [];
  const violations: Violation[] = [];
  const listeners = new Set<() => void>();
  const faults = faultQueue();
  const tokens = tokenEndpoint(applications, () => settings.tokenLifetimeSeconds);
  const limits = throttle(() => settings.listSpacingMs);

  const server = createServer((incoming, outgoing) => {
    const at = uptime();
    readBody(incoming).then(
      (body) =>
        serve(requestOf(incoming, body, now()), at, outgoing).catch((fault: unknown) => {
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
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    violations,
    faults,
    settings,
    now,
    addApplication: (application) => void applications.set(application.clientId, application),
    mount: (api) => void apis.push(api),
    expireTokens: (clientId) => tokens.expire(now(), clientId),
    called: (match, count = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (calls.filter(match).length < count) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function serve(request: GatewayRequest, at: number, outgoing: ServerResponse): Promise<void> {
    const token = tokens.find(bearerOf(request) ?? '');
    const clientId = isTokenCall(request) ? clientIdOf(request) : (token?.clientId ?? null);
    const application = clientId === null ? undefined : applications.get(clientId);
    const { method, path, query } = request;
    const call: GatewayCall = {
      at,
      clientId: application?.clientId ?? null,
      method,
      path,
      query: query.toString(),
      status: null,
      fault: null,
    };
    calls.push(call);
    const api = apis.find((candidate) => candidate.matches(path));

    const violation =
      application &&
      limits.arrive({
        at,
        clientId: application.clientId,
        path,
        callsPerSecond: application.callsPerSecond ?? settings.callsPerSecond,
        list: api?.listEndpoint(request) ?? null,
      });
    if (violation) violations.push(violation);
    const fault = violation ? null : faults.take(request);
    call.fault = fault?.kind ?? null;
    const handle = async () =>
      violation ? refuse('throttled', request) : answer(request, api, token, application);

    call.status = await play(fault, handle, outgoing, settings.dateSkewMs + request.now);
    listeners.forEach((look) => look());
  }

  async function answer(
    request: GatewayRequest,
    api: GatewayApi | undefined,
    token: IssuedToken | null,
    application: GatewayApplication | undefined,
  ): Promise<GatewayAnswer> {
    if (isTokenCall(request)) return tokens.answer(request);
    if (!api || isOtherVersion(request, api)) return refuse('notMatched', request);
    if (bearerOf(request) === null) return refuse('missingCredentials', request);
    if (!token || !application || token.expiresAt <= request.now)
      return refuse('invalidCredentials', request);
    if (application.subscriptions?.includes(api.name) === false) return refuse('resourceForbidden', request);
    const scope = api.scope(request);
    if (scope !== null && !token.scopes.includes(scope)) return refuse('invalidScope', request);
    return api.handle(request, application);
  }
}

const isTokenCall = (request: GatewayRequest): boolean => request.path === '/oauth/token';

const refuse = (name: GatewayErrorName, request: GatewayRequest): GatewayAnswer =>
  gatewayError(name, formatOf(request.headers));

function bearerOf(request: GatewayRequest): string | null {
  const match = /^bearer\s+(.+)$/i.exec(request.headers['authorization'] ?? '');
  return match?.[1] ?? null;
}

/** A well-formed Accept header for a version that is not published is a path the gateway does not know. */
function isOtherVersion(request: GatewayRequest, api: GatewayApi): boolean {
  const match = /^application\/vnd\.hmrc\.(\d+\.\d+)\+(?:json|xml)$/.exec(request.headers['accept'] ?? '');
  return match !== null && match[1] !== api.version;
}

/** Answers, or fails in the way that the fault says. Returns the status that was written, null where none was. */
async function play(
  fault: Fault | null,
  handle: () => Promise<GatewayAnswer>,
  outgoing: ServerResponse,
  date: number,
): Promise<number | null> {
  if (fault?.kind === 'delay') await systemClock.sleep(fault.ms);
  if (fault?.kind === 'drop-before-answering') return drop(outgoing);
  const answer = fault?.kind === 'answer' ? fault.answer : await handle();
  if (fault?.kind === 'drop-after-handling') return drop(outgoing);

  const whole = Buffer.from(answer.body ?? '');
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const body =
    fault?.kind === 'truncated-body'
      ? half
      : fault?.kind === 'malformed-body'
        ? Buffer.from(fault.body)
        : whole;
  outgoing.sendDate = false;
  outgoing.writeHead(answer.status, {
    date: new Date(date).toUTCString(),
    'cache-control': 'no-cache,no-store,max-age=0',
    ...(answer.status === 204 ? {} : { 'content-length': body.length }),
    ...answer.headers,
  });
  if (fault?.kind !== 'drop-after-headers') {
    outgoing.end(body);
    return answer.status;
  }
  await new Promise<void>((resolve) => outgoing.write(half.length > 0 ? half : ' ', () => resolve()));
  drop(outgoing);
  return answer.status;
}

function drop(outgoing: ServerResponse): null {
  outgoing.destroy();
  return null;
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function requestOf(incoming: IncomingMessage, body: Buffer, now: number): GatewayRequest {
  const url = new URL(incoming.url ?? '/', 'http://gateway.invalid');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body,
    now,
  };
}
