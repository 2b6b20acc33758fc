import type { Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { HttpRequest, HttpResponse } from '../../http/http.ts';
import type { CallKind, SourceContext } from '../source.ts';
import { hmrcFailure, type CodeReasons } from './errors.ts';
import { createHmrcTokens, type HmrcCredentials } from './token.ts';
import { hmrcBaseUrl } from './urls.ts';

export interface HmrcApi {
  readonly credentials: HmrcCredentials;
  /** Sent as it stands: HMRC's services compare the whole header. */
  readonly accept: 'application/vnd.hmrc.1.0+json' | 'application/vnd.hmrc.1.0+xml';
  readonly scopes: readonly string[];
  /** What this API means by error codes of its own. */
  readonly reasons?: CodeReasons;
}

export interface HmrcCall {
  readonly kind: Exclude<CallKind, 'token'>;
  readonly method: HttpRequest['method'];
  /** From the root of the environment, its query included. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: string;
  /** Statuses besides 2xx that the caller reads for itself. */
  readonly alsoOk?: readonly number[];
}

export type AuthorisedCall = (
  context: SourceContext,
  call: HmrcCall,
) => Promise<Result<HttpResponse, Failure>>;

/**
 * Calls an application-restricted API of HMRC. A 401 is answered with one new token and one more try;
 * a second 401 is the failure `token-refused`. The second try waits for a slot of its own, like any call.
 */
export function createAuthorisedCall(api: HmrcApi): AuthorisedCall {
  const tokens = createHmrcTokens(api.credentials, api.scopes);
  const base = hmrcBaseUrl(api.credentials.environment);

  return async (context, call) => {
    const first = await attempt(context, call);
    if (!first.ok || first.value.response.status !== 401) return judge(first, context, call);
    tokens.refused(first.value.token);
    return judge(await attempt(context, call), context, call);
  };

  async function attempt(context: SourceContext, call: HmrcCall): Promise<Result<Attempt, Failure>> {
    const token = await tokens.get(context);
    if (!token.ok) return token;
    const answer = await context.call(call.kind, requestOf(call, token.value));
    return answer.ok ? ok({ token: token.value, response: answer.value }) : answer;
  }

  function requestOf(call: HmrcCall, token: string): HttpRequest {
    const headers = { accept: api.accept, authorization: `Bearer ${token}` };
    const plain = { method: call.method, url: base + call.path };
    if (call.body === undefined) return { ...plain, headers };
    return { ...plain, headers: { ...headers, 'content-type': 'application/json' }, body: call.body };
  }

  function judge(
    attempted: Result<Attempt, Failure>,
    context: SourceContext,
    call: HmrcCall,
  ): Result<HttpResponse, Failure> {
    if (!attempted.ok) return attempted;
    const { response } = attempted.value;
    const isGood = response.status >= 200 && response.status < 300;
    if (isGood || call.alsoOk?.includes(response.status) === true) return ok(response);
    return failed(hmrcFailure(response, context.clock.now(), api.reasons));
  }
}

interface Attempt {
  readonly token: string;
  readonly response: HttpResponse;
}
