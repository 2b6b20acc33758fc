import { randomBytes, type KeyObject } from 'node:crypto';
import type { Failure } from '../../../../shared/failure.ts';
import { failed, type Result } from '../../../../shared/result.ts';
import type { HttpRequest, HttpResponse } from '../../http/http.ts';
import type { Clock } from '../../time/clock.ts';
import type { CallKind, SourceContext } from '../source.ts';
import { cenFailure } from './cen-failure.ts';
import { encodedQuery } from './oauth1/percent-encode.ts';
import { authorizationHeader } from './oauth1/sign-request.ts';
import type { ServerClock } from './server-clock.ts';

export interface SignedCallOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly consumerKey: string;
  readonly key: KeyObject;
  /** Told of every answer. */
  readonly server: ServerClock;
}

export interface CenCall {
  readonly kind: CallKind;
  /** Below the base address. */
  readonly path: '/notifications' | '/subscriptions';
  readonly query: Readonly<Record<string, string>>;
}

/** A signed GET. Resolves with a 200, or with what it was instead as a failure. */
export type SignedCall = (context: SourceContext, call: CenCall) => Promise<Result<HttpResponse, Failure>>;

export function createSignedCall(options: SignedCallOptions): SignedCall {
  return async (context, call) => {
    const signedAt = context.clock.uptime();
    const first = await attempt(context, call);
    const isRefused = !first.ok && SIGNATURE_FAULTS.includes(first.failure.reason);
    const isStale = context.clock.uptime() - signedAt > FRESH_MS;
    // A call may wait long for its slot, where the server asked for quiet: its time is signed with it and has passed.
    return isRefused && isStale && !context.signal.aborted ? attempt(context, call) : first;
  };

  async function attempt(context: SourceContext, call: CenCall): Promise<Result<HttpResponse, Failure>> {
    const answer = await context.call(call.kind, signedRequest(options, call, context.clock));
    if (!answer.ok) return answer;
    options.server.heard(answer.value);
    if (answer.value.status === 200) return answer;
    const about = { now: context.clock.now(), aheadMs: options.server.aheadMs() };
    return failed(cenFailure(answer.value, about));
  }
}

const SIGNATURE_FAULTS: readonly string[] = ['key-refused', 'clock-wrong'] satisfies Failure['reason'][];

/** A call that reached the server within this time cannot be refused for its age. */
const FRESH_MS = 60_000;

function signedRequest(
  { baseUrl, consumerKey, key }: SignedCallOptions,
  { path, query }: CenCall,
  clock: Clock,
): HttpRequest {
  const request = { method: 'GET', url: `${baseUrl}${path}${encodedQuery(query)}` } as const;
  const authorization = authorizationHeader(
    { ...request, body: null },
    {
      consumerKey,
      key,
      nonce: randomBytes(8).toString('hex'),
      timestamp: Math.floor(clock.now() / 1000),
    },
  );
  // Mastercard asks for a content type on every call, those without a body too.
  const headers = { accept: 'application/json', 'content-type': 'application/json', authorization };
  return { ...request, headers };
}
