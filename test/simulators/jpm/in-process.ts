import type { Http } from '../../../electron/engine/http/http.ts';
import type { Clock } from '../../../electron/engine/time/clock.ts';
import { httpInProcess } from '../wire/in-process.ts';
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
  const http = httpInProcess(clock, ({ method, headers, body = '' }, url) =>
    receive({
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      body: Buffer.from(body),
    }),
  );
  return { ...simulator, baseUrl: `https://jpm.invalid${CONTEXT}`, tokenUrl, http };
}
