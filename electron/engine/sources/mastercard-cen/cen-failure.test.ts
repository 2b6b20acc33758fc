import { describe, expect, it } from 'vitest';
import { failure } from '../../../../shared/failure.ts';
import { cenFailure } from './cen-failure.ts';

const envelope = (code: string, source = 'Gateway', more: object = {}) =>
  JSON.stringify({ Errors: { Error: [{ Source: source, ReasonCode: code, Description: 'x', ...more }] } });
const SERVICE = 'Commercial Event Notifications';
const PAGE = '<html><body>Sorry</body></html>';

const failureOf = (status: number, body: string, aheadMs: number | null = 0, headers = {}) =>
  cenFailure({ status, headers, body: new TextEncoder().encode(body) }, { now: 0, aheadMs });

describe('an answer that is not the one hoped for', () => {
  it.each([
    ['key-refused', 401, envelope('AUTHENTICATION_FAILED')],
    ['key-refused', 403, envelope('AUTHENTICATION_FAILED')],
    ['key-refused', 400, envelope('INVALID_AUTH_HEADER')],
    ['key-refused', 400, envelope('INVALID_BODY_HASH')],
    ['key-refused', 400, envelope('INVALID_OAUTH_SBS')],
    ['key-refused', 401, ''],
    ['not-entitled', 403, envelope('subscriber.notAllowed', SERVICE)],
    ['not-entitled', 403, '{}'],
    ['request-refused', 400, envelope('format.invalid', SERVICE)],
    ['request-refused', 400, 'no'],
    ['endpoint-not-found', 404, envelope('resource.not.found', SERVICE)],
    ['rate-limited', 429, ''],
    ['server-error', 400, envelope('busy', 'Gateway', { Recoverable: true })],
    ['server-error', 400, envelope('busy', 'Gateway', { Recoverable: 'true' })],
    ['server-error', 500, envelope('server.error', SERVICE)],
    ['server-error', 503, PAGE],
    ['timed-out', 504, PAGE],
    ['unexpected-answer', 401, PAGE],
    ['unexpected-answer', 302, ''],
    ['unexpected-answer', 407, ''],
  ])('is %s: HTTP %i %s', (reason, status, body) => {
    expect(failureOf(status, body)).toMatchObject({ reason, status });
  });

  it('is a wrong clock where a signature is refused and the clocks differ', () => {
    const body = envelope('AUTHENTICATION_FAILED');
    const reasons = [120_000, 121_000, -600_000, null].map((aheadMs) => failureOf(401, body, aheadMs).reason);
    expect(reasons).toEqual(['key-refused', 'clock-wrong', 'clock-wrong', 'key-refused']);
  });

  it('tells what the service found fault with, and nothing of what was signed', () => {
    const details = { Description: 'bad\n input', Details: 'start is too old' };
    expect([
      failureOf(400, envelope('format.invalid', SERVICE, details)).detail,
      failureOf(401, envelope('AUTHENTICATION_FAILED', 'Gateway', { Description: 'oauth_nonce' })).detail,
      failureOf(500, envelope('odd', SERVICE, { Details: "consumerKey 'abc!def'" })).detail,
      failureOf(502, PAGE).detail,
    ]).toEqual([
      'HTTP 400 format.invalid: bad input; start is too old',
      'the signature is not accepted: key and consumer key are of different projects, or of another environment than this account (HTTP 401 AUTHENTICATION_FAILED)',
      'HTTP 500 odd',
      'HTTP 502: a web page came in place of Mastercard’s answer',
    ]);
  });

  it('says how long the server wants to be left alone', () => {
    expect(failureOf(503, '', 0, { 'retry-after': '30' })).toEqual(
      failure('server-error', { status: 503, detail: 'HTTP 503', retryAfterMs: 30_000 }),
    );
  });

  it.each([
    '{"Errors":null}',
    '{"Errors":{"Error":{}}}',
    '{"Errors":{"Error":[null]}}',
    '{"Errors":{"Error":[{"ReasonCode":7,"Recoverable":"?"}]}}',
    '[]',
    'null',
    '"text"',
    '\u0000',
  ])('may be of any shape: %s', (body) => {
    expect(failureOf(400, body)).toEqual(failure('request-refused', { status: 400, detail: 'HTTP 400' }));
  });
});
