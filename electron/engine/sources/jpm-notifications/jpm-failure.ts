import { failure, type Failure, type Reason } from '../../../../shared/failure.ts';
import type { HttpResponse } from '../../http/http.ts';
import { parseRetryAfter } from '../../http/retry-after.ts';
import { clockOffset, clockSentence, isClockOff } from './clock-offset.ts';
import { readErrorBody, type JpmErrorBody } from './error-body.ts';

/**
 * An answer of the API that is not the one hoped for. The HTTP status decides; the request id is what J.P. Morgan
 * asks for in support cases. `now` is the wall clock, for a `Retry-After` that names a date.
 */
export function jpmFailure(response: HttpResponse, now: number, requestId: string): Failure {
  const body = readErrorBody(response.body);
  return described(response, body, reasonOf(response.status, body), now, `request-id ${requestId}`);
}

/** The same for an answer of the token endpoint, where a clock that is wrong looks like a wrong key. */
export function tokenFailure(response: HttpResponse, now: number): Failure {
  const body = readErrorBody(response.body);
  if (!isRefusedAssertion(response.status, body)) {
    return described(response, body, reasonOf(response.status, body), now, null);
  }
  const offset = clockOffset(response, now);
  if (isClockOff(offset)) return described(response, body, 'clock-wrong', now, clockSentence(offset));
  const hint = 'client id, certificate and private key must be those that were registered together';
  return described(response, body, 'key-refused', now, hint);
}

/** `invalid_grant`, or its number in plain text: wrong certificate, key or address, or an assertion out of its time. */
function isRefusedAssertion(status: number, { code, message, form }: JpmErrorBody): boolean {
  if (status !== 400 && status !== 401) return false;
  if (form === 'page') return false;
  return REFUSED.has(code ?? '') || /\bMSIS9622\b/.test(message ?? '') || status === 401;
}

const REFUSED: ReadonlySet<string> = new Set([
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'MSIS9622',
]);

function reasonOf(status: number, { form }: JpmErrorBody): Reason {
  if (status < 400) return 'unexpected-answer';
  if (status === 408 || status === 504) return 'timed-out';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return status === 501 ? 'not-supported' : 'server-error';
  // A web page comes from something in between (a proxy, a sign-in page): that may pass by itself.
  if (form === 'page' || status === 407) return 'unexpected-answer';
  // The token is fresh, so it is not the key: the client may not read for this entity.
  if (status === 401 || status === 403) return 'not-entitled';
  return status === 404 ? 'endpoint-not-found' : 'request-refused';
}

function described(
  response: HttpResponse,
  body: JpmErrorBody,
  reason: Reason,
  now: number,
  more: string | null,
): Failure {
  const { status } = response;
  const said = [`HTTP ${status}`, body.code, body.message].filter((part) => part !== null).join(' ');
  const page = body.form === 'page' ? "a web page came in place of the API's answer" : null;
  return failure(reason, {
    status,
    code: body.code,
    detail: [said, ...body.complaints, page, more].filter((part) => part !== null).join('; '),
    retryAfterMs: parseRetryAfter(response.headers, now),
  });
}
