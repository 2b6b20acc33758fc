import { randomUUID } from 'node:crypto';
import type { JpmAccount, SignedInAccount } from '../../../../shared/accounts/account.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { HttpRequest, HttpResponse } from '../../http/http.ts';
import type { Clock } from '../../time/clock.ts';
import type { CallKind, SourceContext } from '../source.ts';
import { clockOffset } from './clock-offset.ts';
import { jpmFailure } from './jpm-failure.ts';
import { createJpmTokens } from './jpm-token.ts';
import { jpmBaseUrl } from './jpm-urls.ts';

export interface JpmCall {
  readonly kind: Exclude<CallKind, 'token' | 'acknowledge'>;
  /** From the base address, its query included. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether an answer besides 2xx is one that the caller reads for itself. */
  readonly accepts?: (response: HttpResponse) => boolean;
}

/** Calls of one account. */
export interface JpmApi {
  /** A 401 is answered with one new token and one more try, which waits for a slot of its own. */
  get(context: SourceContext, call: JpmCall): Promise<Result<HttpResponse, Failure>>;
  /** How far the server's clock was ahead at the last answer, milliseconds; null where it has not said. */
  clockOffset(): number | null;
  /** The server's time, epoch milliseconds; ours where it has not said. Not misled by a clock that steps after it did. */
  serverNow(clock: Clock): number;
}

export function createJpmApi(account: SignedInAccount<JpmAccount>): JpmApi {
  const tokens = createJpmTokens(account);
  const base = jpmBaseUrl(account.environment);
  let offset: number | null = null;
  let heard: { readonly at: number; readonly uptime: number } | null = null;

  async function attempt(context: SourceContext, call: JpmCall): Promise<Result<Attempt, Failure>> {
    const token = await tokens.get(context);
    if (!token.ok) return token;
    const requestId = randomUUID();
    const request: HttpRequest = {
      method: 'GET',
      url: base + call.path,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token.value}`,
        'request-id': requestId,
        ...entityHeaders(account),
        ...call.headers,
      },
    };
    const answer = await context.call(call.kind, request);
    if (!answer.ok) return answer;
    const { clock } = context;
    const seen = clockOffset(answer.value, clock.now());
    if (seen !== null) {
      offset = seen;
      heard = { at: clock.now() + seen, uptime: clock.uptime() };
    }
    return ok({ token: token.value, requestId, response: answer.value });
  }

  return {
    clockOffset: () => offset,
    serverNow: (clock) => (heard === null ? clock.now() : heard.at + clock.uptime() - heard.uptime),
    get: async (context, call) => {
      let attempted = await attempt(context, call);
      if (attempted.ok && attempted.value.response.status === 401) {
        tokens.refused(attempted.value.token);
        attempted = await attempt(context, { ...call, kind: 'message' });
      }
      if (!attempted.ok) return attempted;
      const { response, requestId } = attempted.value;
      const isGood = response.status >= 200 && response.status < 300;
      if (isGood || call.accepts?.(response) === true) return ok(response);
      return failed(jpmFailure(response, context.clock.now(), requestId));
    },
  };
}

interface Attempt {
  readonly token: string;
  readonly requestId: string;
  readonly response: HttpResponse;
}

/** Whose notifications are meant. Deployments from before entities know `merchant-id` alone, which others pass over. */
function entityHeaders(account: JpmAccount): Readonly<Record<string, string>> {
  const { entityId, entityType, parentEntityId, parentEntityType } = account;
  return {
    'entity-id': entityId,
    'entity-type': entityType,
    ...(entityType === 'MERCHANT' ? { 'merchant-id': entityId } : {}),
    ...(parentEntityId === undefined ? {} : { 'parent-entity-id': parentEntityId }),
    ...(parentEntityType === undefined ? {} : { 'parent-entity-type': parentEntityType }),
  };
}
