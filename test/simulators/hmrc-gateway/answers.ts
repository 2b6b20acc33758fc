import type { GatewayAnswer } from './contract.ts';

/** How a body is written: the gateway picks it by the Accept header. */
export type BodyFormat = 'json' | 'xml';

const REALM = { 'www-authenticate': 'Bearer realm="HMRC API Platform"' };

const DEFINITIONS = {
  missingCredentials: [401, 'MISSING_CREDENTIALS', 'Authentication information is not provided'],
  invalidCredentials: [401, 'INVALID_CREDENTIALS', 'Invalid Authentication information provided'],
  invalidScope: [
    403,
    'INVALID_SCOPE',
    'Can not access the required resource. Ensure this token has all the required scopes.',
  ],
  resourceForbidden: [403, 'RESOURCE_FORBIDDEN', 'The application is not subscribed to the API'],
  httpsRequired: [403, 'HTTPS_REQUIRED', 'HTTPS is required'],
  payloadForbidden: [403, 'PAYLOAD_FORBIDDEN', 'A firewall rejected the request'],
  notMatched: [
    404,
    'MATCHING_RESOURCE_NOT_FOUND',
    'A resource with the name in the request can not be found in the API',
  ],
  methodNotAllowed: [405, 'METHOD_NOT_ALLOWED', 'The method is not allowed'],
  acceptHeaderInvalid: [406, 'ACCEPT_HEADER_INVALID', 'The accept header is missing or invalid'],
  throttled: [
    429,
    'MESSAGE_THROTTLED_OUT',
    'The request for the API is throttled as you have exceeded your quota.',
  ],
  internalServerError: [500, 'INTERNAL_SERVER_ERROR', 'Internal server error'],
  notImplemented: [501, 'NOT_IMPLEMENTED', 'Not implemented'],
  serverError: [503, 'SERVER_ERROR', 'A temporary problem occurred'],
  maintenance: [503, 'SCHEDULED_MAINTENANCE', 'The service is down for scheduled maintenance'],
  gatewayTimeout: [504, 'GATEWAY_TIMEOUT', 'The gateway timed out'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type GatewayErrorName = keyof typeof DEFINITIONS;

/** An error of the gateway itself, in the form that the caller's Accept header asks for. */
export function gatewayError(name: GatewayErrorName, format: BodyFormat): GatewayAnswer {
  const [status, code, message] = DEFINITIONS[name];
  return codedAnswer(status, code, message, format, status === 401 || status === 403 ? REALM : {});
}

/** The platform's error envelope: `{"code","message"}` or `<errorResponse>`. */
export function codedAnswer(
  status: number,
  code: string,
  message: string,
  format: BodyFormat,
  headers: Readonly<Record<string, string>> = {},
): GatewayAnswer {
  const body =
    format === 'json'
      ? JSON.stringify({ code, message })
      : `<?xml version='1.0' encoding='UTF-8'?>\n<errorResponse><code>${code}</code><message>${escape(message)}</message></errorResponse>`;
  return { status, headers: { 'content-type': `application/${format}`, ...headers }, body };
}

/** `xml` where the caller asks for it, else `json`. */
export function formatOf(headers: Readonly<Record<string, string>>): BodyFormat {
  return /[+/]xml\b/.test(headers['accept'] ?? '') ? 'xml' : 'json';
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
