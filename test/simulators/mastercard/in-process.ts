import type { Http } from '../../../electron/engine/http/http.ts';
import type { Clock } from '../../../electron/engine/time/clock.ts';
import { httpInProcess } from '../wire/in-process.ts';
import { CONTEXT } from './contract.ts';
import { mastercardCore, type MastercardOptions, type MastercardSimulator } from './mastercard.ts';

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
  const http = httpInProcess(clock, ({ method, headers, body = '' }, url) =>
    receive({
      method,
      scheme: url.protocol === 'http:' ? 'http' : 'https',
      target: `${url.pathname}${url.search}`,
      rawHeaders: ['host', url.host, ...Object.entries(headers).flat()],
      body: Buffer.from(body),
    }),
  );
  return { ...simulator, baseUrl: `https://mastercard.invalid${CONTEXT}`, http };
}
