import type { Http } from '../../../electron/engine/http/http.ts';
import type { Clock } from '../../../electron/engine/time/clock.ts';
import { failure } from '../../../shared/failure.ts';
import { failed, ok } from '../../../shared/result.ts';
import { playFault } from '../mastercard/play-fault.ts';
import { CONTEXT, TOKEN_PATH } from './contract.ts';
import { jpmCore, type JpmOptions, type JpmSimulator } from './jpm.ts';

export interface InProcessJpm extends JpmSimulator {
  /** Of the API, `/v1` included. */
  readonly baseUrl: string;
  readonly tokenUrl: string;
  /** Reaches the simulator without sockets, credentials checked all the same; for many thousand calls. */
  readonly http: Http;
}

/** The simulator on a clock that is handed in. A fault that delays sleeps on that clock. */
export function inProcessJpm(clock: Clock, options: Omit<JpmOptions, 'now' | 'uptime'> = {}): InProcessJpm {
  const tokenUrl = `https://jpm-login.invalid${TOKEN_PATH}`;
  const { simulator, receive } = jpmCore(
    { ...options, now: () => clock.now(), uptime: () => clock.uptime() },
    () => tokenUrl,
  );
  return { ...simulator, baseUrl: `https://jpm.invalid${CONTEXT}`, tokenUrl, http };

  async function http(...[request, signal]: Parameters<Http>): ReturnType<Http> {
    if (signal?.aborted) return failed(failure('cancelled'));
    const url = new URL(request.url);
    const { fault, answer, done } = receive({
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
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
