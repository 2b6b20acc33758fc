import type { Http } from '../../../electron/engine/http/http.ts';
import type { Clock } from '../../../electron/engine/time/clock.ts';
import { failure } from '../../../shared/failure.ts';
import { failed, ok } from '../../../shared/result.ts';
import { CONTEXT } from './contract.ts';
import { mastercardCore, type MastercardOptions, type MastercardSimulator } from './mastercard.ts';
import { playFault } from './play-fault.ts';

export interface InProcessMastercard extends MastercardSimulator {
  readonly baseUrl: string;
  /** Reaches the simulator without sockets, signatures checked all the same; for many thousand calls. */
  readonly http: Http;
}

/** The simulator on a clock that is handed in. A fault that delays sleeps on that clock. */
export function inProcessMastercard(
  clock: Clock,
  options: Omit<MastercardOptions, 'now' | 'uptime'> = {},
): InProcessMastercard {
  const { simulator, receive } = mastercardCore({
    ...options,
    now: () => clock.now(),
    uptime: () => clock.uptime(),
  });
  return { ...simulator, baseUrl: `https://mastercard.invalid${CONTEXT}`, http };

  async function http(...[request, signal]: Parameters<Http>): ReturnType<Http> {
    if (signal?.aborted) return failed(failure('cancelled'));
    // What an address looks like on the wire is decided by the URL standard, as in the real client.
    const url = new URL(request.url);
    const { fault, answer, done } = receive({
      method: request.method,
      scheme: url.protocol === 'http:' ? 'http' : 'https',
      target: `${url.pathname}${url.search}`,
      rawHeaders: ['host', url.host, ...Object.entries(request.headers).flat()],
      body: Buffer.from(request.body ?? ''),
    });
    if (fault?.kind === 'delay') await clock.sleep(fault.ms, signal);
    if (signal?.aborted) return failed(failure('cancelled'));
    const outcome = playFault(fault, answer);
    done(outcome.kind === 'nothing' ? null : outcome.answer.status);
    if (outcome.kind === 'nothing') return failed(failure('network-unreachable', { detail: url.host }));
    const { status, headers = {} } = outcome.answer;
    if (outcome.kind === 'half') return failed(failure('network-unreachable', { detail: url.host, status }));
    return ok({ status, headers, body: outcome.body });
  }
}
