import type { AuthorisedCall } from '../../../electron/engine/sources/hmrc/authorised-call.ts';
import { hmrcFailure } from '../../../electron/engine/sources/hmrc/errors.ts';
import { failed, ok } from '../../../shared/result.ts';
import type { GatewayAnswer, GatewayApi } from '../hmrc-gateway/contract.ts';
import { mountPpns, type PpnsOptions, type PpnsSimulator } from './ppns.ts';

export interface InProcessPpns {
  readonly ppns: PpnsSimulator;
  /** A signed-in call that reaches the service without sockets, tokens or limits; for many thousand calls. */
  readonly call: AuthorisedCall;
  /** Answers in place of the service, where it returns one. */
  intercept: (path: string) => GatewayAnswer | null;
  /** Added to the server's clock in `Date`. */
  dateSkewMs: number;
}

/** The service by itself, for one application. */
export function inProcessPpns(clientId: string, now: () => number, options: PpnsOptions = {}): InProcessPpns {
  const apis: GatewayApi[] = [];
  const ppns = mountPpns({ now, mount: (api) => void apis.push(api) }, options);
  const world: InProcessPpns = { ppns, call, intercept: () => null, dateSkewMs: 0 };
  return world;

  async function call(...[, { method, path, body }]: Parameters<AuthorisedCall>): ReturnType<AuthorisedCall> {
    const url = new URL(path, 'http://hmrc.invalid');
    const request = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: { accept: 'application/vnd.hmrc.1.0+json', 'content-type': 'application/json' },
      body: Buffer.from(body ?? ''),
      now: now(),
    };
    const answer = world.intercept(path) ??
      (await apis[0]?.handle(request, { clientId, clientSecrets: [] })) ?? { status: 404 };
    const response = {
      status: answer.status,
      headers: { date: new Date(now() + world.dateSkewMs).toUTCString(), ...answer.headers },
      body: Buffer.from(answer.body ?? ''),
    };
    return answer.status < 300
      ? ok(response)
      : failed(hmrcFailure(response, now(), { FORBIDDEN: 'box-not-yours' }));
  }
}
