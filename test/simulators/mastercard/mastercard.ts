import { systemClock } from '../../../electron/engine/time/clock.ts';
import { faultQueue, type Faults } from '../hmrc-gateway/faults.ts';
import type { MastercardAnswer, MastercardCall, MastercardRequest } from './contract.ts';
import { refusal } from './errors.ts';
import { mastercardWorld, type MastercardWorld } from './mastercard-world.ts';
import { verifier } from './oauth/verify-call.ts';
import type { NewProject } from './projects.ts';
import { answerCall, endpointOf } from './service.ts';
import { defaultSettings, type MastercardSettings } from './settings.ts';
import type { Call } from '../wire/call.ts';

export interface MastercardOptions {
  /** Wall clock of the simulated world, epoch milliseconds. */
  readonly now?: () => number;
  /** What arrivals are measured with, milliseconds. */
  readonly uptime?: () => number;
  /** Uniform in [0, 1): makes up keys and ids. `Math.random` where absent. */
  readonly random?: () => number;
  /** Of the first project; keys made at the start and a made-up consumer key where absent. */
  readonly project?: NewProject;
  readonly settings?: Partial<MastercardSettings>;
}

export interface MastercardSimulator extends MastercardWorld {
  /** Every call in the order of arrival; it grows as they come. */
  readonly calls: readonly MastercardCall[];
  /** Played after the signature was looked at, in place of or on top of the answer. */
  readonly faults: Faults;
  /** May be changed at any time. */
  readonly settings: MastercardSettings;
  /** The simulator's own time, epoch milliseconds: the clock of its world with its skew. */
  now(): number;
  /** Resolves when as many calls as `count` match, those already made included. */
  called(match: (call: MastercardCall) => boolean, count?: number): Promise<void>;
}

/** The simulator without a server, and the one entrance for calls. */
export function mastercardCore(options: MastercardOptions = {}): {
  readonly simulator: MastercardSimulator;
  readonly receive: (request: MastercardRequest) => Call;
} {
  const wall = options.now ?? (() => systemClock.now());
  const uptime = options.uptime ?? (() => systemClock.uptime());
  const settings = { ...defaultSettings(), ...options.settings };
  const now = () => wall() + settings.clockSkewMs;
  const calls: MastercardCall[] = [];
  const faults = faultQueue();
  const listeners = new Set<() => void>();
  const { world, findProject } = mastercardWorld(
    options.random ?? Math.random,
    now,
    settings,
    options.project,
  );
  const signatures = verifier({
    publicKeyOf: (consumerKey) => findProject(consumerKey)?.publicKey ?? null,
    windowMs: () => settings.timestampWindowMs,
  });

  return { simulator: { ...world, calls, faults, settings, now, called }, receive };

  function receive(request: MastercardRequest): Call {
    const { path, query } = splitTarget(request.target);
    const parameters = new URLSearchParams(query);
    const verification = signatures.verify(request, now());
    const call: MastercardCall = {
      at: uptime(),
      time: wall(),
      method: request.method,
      path,
      query,
      endpoint: endpointOf(path),
      offset: numberOf(parameters, 'offset'),
      limit: numberOf(parameters, 'limit'),
      consumerKey: verification.consumerKey,
      signature: verification.verdict,
      status: null,
      fault: null,
    };
    calls.push(call);
    const { method, body } = request;
    const fault = faults.take({
      method,
      path,
      query: parameters,
      headers: {},
      body: Buffer.from(body),
      now: now(),
    });
    call.fault = fault?.kind ?? null;

    return {
      fault,
      answer: () => dated(fault?.kind === 'answer' ? fault.answer : served()),
      done(status) {
        call.status = status;
        listeners.forEach((look) => look());
      },
    };

    function served(): MastercardAnswer {
      const refused = refusal(verification, settings.mismatchStatus);
      const project = findProject(verification.consumerKey ?? '');
      if (refused || !project) return refused ?? { status: 500 };
      return answerCall({ method, path, query: parameters, now: now() }, project, world, settings);
    }
  }

  function dated(answer: MastercardAnswer): MastercardAnswer {
    return { ...answer, headers: { date: new Date(now()).toUTCString(), ...answer.headers } };
  }

  function called(match: (call: MastercardCall) => boolean, count = 1): Promise<void> {
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

function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const at = target.indexOf('?');
  return at < 0 ? { path: target, query: '' } : { path: target.slice(0, at), query: target.slice(at + 1) };
}

function numberOf(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  return text === null || !/^\d+$/.test(text) ? null : Number(text);
}
