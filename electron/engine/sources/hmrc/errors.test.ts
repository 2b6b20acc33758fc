import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../../../shared/failure.ts';
import { hmrcFailure, tokenFailure } from './errors.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 40, 11);

const response = (status: number, body = '', headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: new TextEncoder().encode(body),
});

const json = (code: string) => JSON.stringify({ code, message: 'in words' });
const xml = (code: string) =>
  `<?xml version='1.0' encoding='UTF-8'?>\n<errorResponse><code>${code}</code><message>in words</message></errorResponse>`;

/** Every error that HMRC's platform and its notification services are known to answer. */
const KNOWN = [
  [400, 'BAD_REQUEST', 'request-refused'],
  [400, 'INVALID_REQUEST_PAYLOAD', 'request-refused'],
  [401, 'MISSING_CREDENTIALS', 'token-refused'],
  [401, 'INVALID_CREDENTIALS', 'token-refused'],
  [401, 'UNAUTHORIZED', 'token-refused'],
  [401, 'UNAUTHORISED', 'token-refused'],
  [401, 'INCORRECT_ACCESS_TOKEN_TYPE', 'token-refused'],
  [403, 'INVALID_SCOPE', 'scope-missing'],
  [403, 'RESOURCE_FORBIDDEN', 'not-subscribed'],
  [403, 'HTTPS_REQUIRED', 'https-required'],
  [403, 'PAYLOAD_FORBIDDEN', 'firewall-rejected'],
  [404, 'BOX_NOT_FOUND', 'box-not-found'],
  [404, 'MATCHING_RESOURCE_NOT_FOUND', 'endpoint-not-found'],
  [404, 'NOT_FOUND', 'endpoint-not-found'],
  [405, 'METHOD_NOT_ALLOWED', 'request-refused'],
  [406, 'ACCEPT_HEADER_INVALID', 'request-refused'],
  [413, 'UNKNOWN_ERROR', 'request-refused'],
  [415, 'BAD_REQUEST', 'request-refused'],
  [429, 'MESSAGE_THROTTLED_OUT', 'rate-limited'],
  [500, 'INTERNAL_SERVER_ERROR', 'server-error'],
  [500, 'UNKNOWN_ERROR', 'server-error'],
  [501, 'NOT_IMPLEMENTED', 'not-supported'],
  [503, 'SERVER_ERROR', 'server-error'],
  [503, 'SCHEDULED_MAINTENANCE', 'maintenance'],
  [504, 'GATEWAY_TIMEOUT', 'timed-out'],
] as const;

describe('an answer of the API', () => {
  it.each(KNOWN)(
    'with %i %s means %s, in JSON and in XML, whatever its content type',
    (status, code, reason) => {
      const expected = {
        reason,
        status,
        code,
        detail: `HTTP ${status} ${code} in words`,
        retryAfterMs: null,
      };
      expect([
        hmrcFailure(response(status, json(code), { 'content-type': 'text/html' }), NOW),
        hmrcFailure(response(status, xml(code), { 'content-type': 'application/json' }), NOW),
      ]).toEqual([expected, expected]);
    },
  );

  it('means what the source says where a code has a meaning of its own there', () => {
    const own = { FORBIDDEN: 'box-not-yours' } as const;
    expect([
      hmrcFailure(response(403, json('FORBIDDEN')), NOW, own).reason,
      hmrcFailure(response(403, json('FORBIDDEN')), NOW).reason,
    ]).toEqual(['box-not-yours', 'request-refused']);
  });

  it.each([
    [400, 'request-refused'],
    [401, 'token-refused'],
    [403, 'request-refused'],
    [404, 'endpoint-not-found'],
    [408, 'timed-out'],
    [413, 'request-refused'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [501, 'not-supported'],
    [502, 'server-error'],
    [503, 'server-error'],
    [504, 'timed-out'],
    [302, 'unexpected-answer'],
    [200, 'unexpected-answer'],
  ])('with %i and no code means %s', (status, reason) => {
    const bodies = ['', '{}', 'Sorry', '{"Message":"AWS speaking"}', '{"code":7}', '<oops>', '[]', 'null'];
    expect(new Set(bodies.map((body) => hmrcFailure(response(status, body), NOW).reason))).toEqual(
      new Set([reason]),
    );
  });

  it.each([
    [401, 'unexpected-answer'],
    [403, 'unexpected-answer'],
    [404, 'unexpected-answer'],
    [500, 'server-error'],
    [503, 'server-error'],
  ])('that is a web page with %i means %s', (status, reason) => {
    const page = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><br></body></html>';
    expect(hmrcFailure(response(status, page), NOW)).toEqual({
      reason,
      status,
      code: null,
      detail: `HTTP ${status}: a web page came in place of the API's answer`,
      retryAfterMs: null,
    });
  });

  it('does not believe a server fault that blames us', () => {
    expect(hmrcFailure(response(500, json('BOX_NOT_FOUND')), NOW).reason).toBe('server-error');
  });

  it('says how long to wait where the server does, in seconds or as a date', () => {
    expect(
      ['30', 'Sun, 22 Nov 2026 09:40:21 GMT', 'later'].map(
        (header) => hmrcFailure(response(429, '', { 'retry-after': header }), NOW).retryAfterMs,
      ),
    ).toEqual([30_000, 10_000, null]);
  });

  it('names where it was sent on to', () => {
    const moved = response(301, '', { location: 'https://elsewhere.example/path?token=1' });
    expect(hmrcFailure(moved, NOW).detail).toBe('HTTP 301: redirected to elsewhere.example');
  });

  it('finds the code in a list of errors', () => {
    const body = JSON.stringify({ errors: [{ code: 'INVALID_SCOPE', message: 'no', path: '/' }] });
    expect(hmrcFailure(response(403, body), NOW)).toMatchObject({
      reason: 'scope-missing',
      code: 'INVALID_SCOPE',
    });
  });

  it('always has a reason, whatever the body', () => {
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string().map((text) => `{"code":"${text}"}`),
      fc.constant(json('constructor')),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), body, (status, text) => {
        for (const read of [hmrcFailure, tokenFailure]) {
          expect(REASONS).toContain(read(response(status, text), NOW).reason);
        }
      }),
    );
  });
});

describe('an answer of the token endpoint', () => {
  it.each([
    [400, 'invalid_request', 'request-refused'],
    [401, 'invalid_client', 'credentials-refused'],
    [400, 'invalid_scope', 'scope-missing'],
    [500, 'server_error', 'server-error'],
    [429, 'MESSAGE_THROTTLED_OUT', 'rate-limited'],
    [503, 'SCHEDULED_MAINTENANCE', 'maintenance'],
    [404, 'MATCHING_RESOURCE_NOT_FOUND', 'endpoint-not-found'],
  ])('with %i %s means %s', (status, error, reason) => {
    const body = JSON.stringify({ error, error_description: 'in words' });
    expect(tokenFailure(response(status, body), NOW)).toEqual({
      reason,
      status,
      code: error,
      detail: `HTTP ${status} ${error} in words`,
      retryAfterMs: null,
    });
  });

  it('that refuses without a word refuses the credentials', () => {
    expect(tokenFailure(response(401), NOW).reason).toBe('credentials-refused');
  });
});
