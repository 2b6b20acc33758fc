import { systemClock } from '../../../electron/engine/time/clock.ts';
import { answers, jsonAnswer } from './answers.ts';
import type { NewJpmClient } from './clients.ts';
import type { JpmAnswer, JpmCall, JpmRequest } from './contract.ts';
import { jpmFaultQueue, type JpmFaults } from './faults.ts';
import { jpmWorld, type JpmWorld } from './jpm-world.ts';
import { namedFilters } from './notification-filters.ts';
import { namedClient, tokenEndpoint } from './oauth/token-endpoint.ts';
import { namedEntity } from './request-headers.ts';
import { answerCall, endpointOf } from './service.ts';
import { defaultSettings, type JpmSettings } from './settings.ts';
import type { Call } from '../wire/call.ts';

export interface JpmOptions {
  /** Wall clock of the simulated world, epoch milliseconds. */
  readonly now?: () => number;
  /** What arrivals are measured with, milliseconds. */
  readonly uptime?: () => number;
  /** Uniform in [0, 1): makes up ids, tokens and orders. `Math.random` where absent. */
  readonly random?: () => number;
  /** Of the first client; a made-up merchant with a key made at the start where absent. */
  readonly client?: NewJpmClient;
  readonly settings?: Partial<JpmSettings>;
}

export interface JpmSimulator extends JpmWorld {
  /** Every call in the order of arrival; it grows as they come. */
  readonly calls: readonly JpmCall[];
  /** Played in place of or on top of the answer. */
  readonly faults: JpmFaults;
  /** May be changed at any time. */
  readonly settings: JpmSettings;
  /** The simulator's own time, epoch milliseconds: the clock of its world with its skew. */
  now(): number;
  /** Ends every token of the client now, or of all, without telling them. */
  expireTokens(clientId?: string): void;
  /** Resolves when as many calls as `count` match, those already made included. */
  called(match: (call: JpmCall) => boolean, count?: number): Promise<void>;
}

/** The simulator without a server, and the one entrance for calls. `tokenUrl` is what assertions must name. */
export function jpmCore(
  options: JpmOptions,
  tokenUrl: () => string,
): { readonly simulator: JpmSimulator; readonly receive: (request: JpmRequest) => Call } {
  const wall = options.now ?? (() => systemClock.now());
  const uptime = options.uptime ?? (() => systemClock.uptime());
  const random = options.random ?? Math.random;
  const settings = { ...defaultSettings(), ...options.settings };
  const now = () => wall() + settings.clockSkewMs;
  const calls: JpmCall[] = [];
  const faults = jpmFaultQueue();
  const listeners = new Set<() => void>();
  const { world, shelf, clientOf } = jpmWorld(random, now, settings, options.client);
  const tokens = tokenEndpoint({ clientOf, tokenUrl, settings, random });

  return {
    simulator: {
      ...world,
      calls,
      faults,
      settings,
      now,
      expireTokens: (clientId) => tokens.expire(now(), clientId),
      called,
    },
    receive,
  };

  function receive(request: JpmRequest): Call {
    const endpoint = endpointOf(request.path);
    const bearer = endpoint === 'token' ? null : tokens.check(bearerOf(request), now());
    const call: JpmCall = {
      at: uptime(),
      time: wall(),
      method: request.method,
      path: request.path,
      endpoint,
      clientId: bearer === null ? namedClient(request) : bearer.clientId,
      entityId: namedEntity(request, settings),
      requestId: request.headers['request-id'] ?? null,
      ...(endpoint === 'notifications' ? namedFilters(request) : NO_FILTERS),
      credentials: endpoint === 'health' ? 'not-needed' : (bearer?.verdict ?? 'absent'),
      answered: null,
      rows: null,
      fault: null,
    };
    calls.push(call);
    const fault = faults.take(call);
    call.fault = fault?.kind ?? null;

    return {
      fault,
      answer: () => dated(fault?.kind === 'answer' ? fault.answer : served(request, call)),
      done(status) {
        call.answered = status;
        listeners.forEach((look) => look());
      },
    };
  }

  function served(request: JpmRequest, call: JpmCall): JpmAnswer {
    if (call.endpoint === null) return answers.notFound();
    if (call.endpoint === 'health') return jsonAnswer(200, { status: 'PASS' });
    if (call.endpoint === 'token') {
      const { verdict, answer } = tokens.answer(request, now());
      call.credentials = verdict;
      return answer;
    }
    const client = clientOf(call.clientId ?? '');
    if (call.credentials !== 'ok' || client === null) return answers.unauthorised(settings.unauthorised);
    const { answer, rows } = answerCall(request, call.endpoint, client, { world, shelf, settings, now });
    call.rows = rows ?? null;
    return answer;
  }

  function dated(answer: JpmAnswer): JpmAnswer {
    return { ...answer, headers: { date: new Date(now()).toUTCString(), ...answer.headers } };
  }

  function called(match: (call: JpmCall) => boolean, count = 1): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (calls.filter(match).length < count) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  }
}

const NO_FILTERS = { style: null, status: null, from: null, to: null } as const;

/** A token with white space around it is another token. */
function bearerOf({ headers }: JpmRequest): string | null {
  return /^bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? null;
}
