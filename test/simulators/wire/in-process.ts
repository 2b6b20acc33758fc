import type { Http, HttpRequest } from '../../../electron/engine/http/http.ts';
import type { Clock } from '../../../electron/engine/time/clock.ts';
import { failure } from '../../../shared/failure.ts';
import { failed, ok } from '../../../shared/result.ts';
import type { Call } from './call.ts';
import { playFault } from './play-fault.ts';

/** Reaches a simulator without sockets. A fault that delays sleeps on the clock that is handed in. */
export function httpInProcess(clock: Clock, receive: (request: HttpRequest, url: URL) => Call): Http {
  return async (request, signal) => {
    if (signal?.aborted) return failed(failure('cancelled'));
    // What an address looks like on the wire is decided by the URL standard, as in the real client.
    const url = new URL(request.url);
    const { fault, answer, done } = receive(request, url);
    if (fault?.kind === 'delay') await clock.sleep(fault.ms, signal);
    if (signal?.aborted) return failed(failure('cancelled'));
    const outcome = playFault(fault, answer);
    done(outcome.kind === 'nothing' ? null : outcome.answer.status);
    if (outcome.kind === 'nothing') return failed(failure('broken-off', { detail: url.host }));
    const { status, headers = {} } = outcome.answer;
    if (outcome.kind === 'half') return failed(failure('broken-off', { detail: url.host, status }));
    return ok({ status, headers, body: outcome.body });
  };
}
