import { failure, type Failure, type Reason } from '../../../../shared/failure.ts';
import { parseUrl } from '../../../../shared/parse-url.ts';
import type { HttpResponse } from '../../http/http.ts';
import { parseRetryAfter } from '../../http/retry-after.ts';
import { readErrorBody, type ErrorBody } from './error-body.ts';

/** Reasons by error code, where a source means something of its own by it: `{ FORBIDDEN: 'box-not-yours' }`. */
export type CodeReasons = Readonly<Record<string, Reason>>;

/**
 * An answer that is not the one hoped for, as a failure: its HTTP status and the code in its body decide
 * the reason. `now` is the wall clock, for a `Retry-After` that names a date.
 */
export function hmrcFailure(response: HttpResponse, now: number, own: CodeReasons = {}): Failure {
  const body = readErrorBody(response.body);
  return describe(response, body, reasonOf(response.status, body, { ...CODES, ...own }), now);
}

/** The same for an answer of the token endpoint, whose errors have the OAuth shape. */
export function tokenFailure(response: HttpResponse, now: number): Failure {
  const body = readErrorBody(response.body);
  const isRefused = response.status === 401 && body.form !== 'page';
  const reason = isRefused ? 'credentials-refused' : reasonOf(response.status, body, OAUTH_CODES);
  return describe(response, body, reason, now);
}

/** Error codes of HMRC's platform and of its services; they are stable, the texts beside them are not. */
const CODES: CodeReasons = {
  BAD_REQUEST: 'request-refused',
  INVALID_REQUEST_PAYLOAD: 'request-refused',
  MISSING_CREDENTIALS: 'token-refused',
  INVALID_CREDENTIALS: 'token-refused',
  UNAUTHORIZED: 'token-refused',
  UNAUTHORISED: 'token-refused',
  INCORRECT_ACCESS_TOKEN_TYPE: 'token-refused',
  FORBIDDEN: 'request-refused',
  INVALID_SCOPE: 'scope-missing',
  RESOURCE_FORBIDDEN: 'not-subscribed',
  HTTPS_REQUIRED: 'https-required',
  PAYLOAD_FORBIDDEN: 'firewall-rejected',
  BOX_NOT_FOUND: 'box-not-found',
  MATCHING_RESOURCE_NOT_FOUND: 'endpoint-not-found',
  NOT_FOUND: 'endpoint-not-found',
  METHOD_NOT_ALLOWED: 'request-refused',
  ACCEPT_HEADER_INVALID: 'request-refused',
  MESSAGE_THROTTLED_OUT: 'rate-limited',
  INTERNAL_SERVER_ERROR: 'server-error',
  NOT_IMPLEMENTED: 'not-supported',
  SERVER_ERROR: 'server-error',
  SCHEDULED_MAINTENANCE: 'maintenance',
  GATEWAY_TIMEOUT: 'timed-out',
};

/** Codes of the token endpoint, by RFC 6749. */
const OAUTH_CODES: CodeReasons = {
  ...CODES,
  invalid_client: 'credentials-refused',
  unauthorized_client: 'credentials-refused',
  invalid_scope: 'scope-missing',
  invalid_request: 'request-refused',
  unsupported_grant_type: 'request-refused',
  server_error: 'server-error',
};

function reasonOf(status: number, body: ErrorBody, codes: CodeReasons): Reason {
  // A success that carries an error, or a redirect: not an answer of this API, whatever its code says.
  if (status < 400) return 'unexpected-answer';
  const byCode = body.code !== null && Object.hasOwn(codes, body.code) ? codes[body.code] : undefined;
  if (byCode !== undefined && isBelievable(status, byCode)) return byCode;
  if (status >= 500) return reasonOfServerFault(status);
  if (status === 408) return 'timed-out';
  if (status === 429) return 'rate-limited';
  // A web page comes from something in between (a proxy, a sign-in page): that may pass by itself.
  if (body.form === 'page') return 'unexpected-answer';
  if (status === 401) return 'token-refused';
  return status === 404 ? 'endpoint-not-found' : 'request-refused';
}

/** A fault of the server is not ours to mend, even where its body names a code from the other side. */
function isBelievable(status: number, reason: Reason): boolean {
  const isServers = ['server-error', 'maintenance', 'timed-out', 'not-supported', 'rate-limited'].includes(
    reason,
  );
  return status < 500 || isServers;
}

function reasonOfServerFault(status: number): Reason {
  if (status === 501) return 'not-supported';
  return status === 504 ? 'timed-out' : 'server-error';
}

function describe(response: HttpResponse, body: ErrorBody, reason: Reason, now: number): Failure {
  return failure(reason, {
    status: response.status,
    code: body.code,
    detail: detailOf(response, body),
    retryAfterMs: parseRetryAfter(response.headers, now),
  });
}

function detailOf(response: HttpResponse, body: ErrorBody): string {
  const what = [`HTTP ${response.status}`, body.code, body.message].filter((part) => part !== null).join(' ');
  if (body.form === 'page') return `${what}: a web page came in place of the API's answer`;
  const location = response.headers['location'];
  return location === undefined ? what : `${what}: redirected to ${hostOf(location)}`;
}

const hostOf = (location: string): string => parseUrl(location)?.host ?? 'another path';
