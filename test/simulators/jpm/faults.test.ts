import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import type { Fault } from '../hmrc-gateway/faults.ts';
import { jpmFaults } from './faults.ts';
import { inProcessJpm } from './in-process.ts';
import { byHeaders, jpmCaller } from './jpm-caller.ts';

const day = '2026-11-20';

function world() {
  const clock = createFakeClock({ wall: Date.UTC(2026, 10, 20, 9, 0, 0) });
  const jpm = inProcessJpm(clock);
  const caller = jpmCaller(jpm, jpm.http);
  const search = (status: string, from = day) => caller.get('/notifications', byHeaders(status, from));
  return { clock, jpm, caller, search };
}

describe('a fault', () => {
  it.each<[string, Fault, number, string | undefined, Record<string, unknown>]>([
    ['a 401', jpmFaults.unauthorised(), 401, undefined, { errorCode: 'EDG00012' }],
    [
      'a 401 of the service',
      jpmFaults.unauthorised('messages'),
      401,
      undefined,
      { responseCode: 'UNAUTHORIZED' },
    ],
    ['a 403', jpmFaults.forbidden(), 403, undefined, { responseStatus: 'DENIED' }],
    ['a 429', jpmFaults.throttled('120'), 429, '120', { responseCode: 'TOO_MANY_REQUESTS' }],
    ['a 429 without a word', jpmFaults.throttled(null), 429, undefined, { responseStatus: 'ERROR' }],
    ['a 500', jpmFaults.serverError(), 500, undefined, { responseCode: 'INTERNAL_ERROR' }],
    [
      'a 503 until a date',
      jpmFaults.unavailable('Fri, 20 Nov 2026 09:05:00 GMT'),
      503,
      'Fri, 20 Nov 2026 09:05:00 GMT',
      { responseCode: 'SERVICE_UNAVAILABLE' },
    ],
    ['a 504', jpmFaults.gatewayTimeout(), 504, undefined, { responseCode: 'GATEWAY_TIMEOUT' }],
    ['an error under a 200', jpmFaults.okWithError(), 200, undefined, { responseStatus: 'ERROR' }],
    [
      'a body of the test',
      jpmFaults.body({ notificationResponses: null }),
      200,
      undefined,
      { notificationResponses: null },
    ],
  ])('may be %s', async (_what, fault, status, retryAfter, body) => {
    const { jpm, search } = world();
    jpm.faults.next(fault, { endpoint: 'notifications' });
    const answer = await search('SENT');
    expect([answer.status, answer.headers['retry-after'], answer.body]).toEqual([
      status,
      retryAfter,
      expect.objectContaining(body),
    ]);
  });

  it('may be a page of a proxy', async () => {
    const { jpm, search } = world();
    jpm.faults.next(jpmFaults.html(502), { endpoint: 'notifications' });
    const { status, headers, body } = await search('SENT');
    expect([status, headers['content-type'], body]).toEqual([
      502,
      'text/html;charset=utf-8',
      expect.stringContaining('<html>'),
    ]);
  });

  it('is for calls of one endpoint, status and day, after those that pass first', async () => {
    const { jpm, search } = world();
    jpm.faults.next(jpmFaults.gatewayTimeout(), { status: 'SENT', from: day, skip: 1, times: 2 });
    const statuses = [];
    for (const [status, from] of [
      ['SENT', day],
      ['FAILED', day],
      ['SENT', '2026-11-19'],
      ['SENT', day],
      ['SENT', day],
      ['SENT', day],
    ] as const) {
      statuses.push((await search(status, from)).status);
    }
    expect([statuses, jpm.faults.left()]).toEqual([[200, 200, 200, 504, 504, 200], 0]);
  });

  it('may be at the token endpoint', async () => {
    const { jpm, caller } = world();
    jpm.faults.next(jpmFaults.html(503), { endpoint: 'token' });
    expect([(await caller.signIn()).status, (await caller.signIn()).status]).toEqual([503, 200]);
  });

  it('may leave no answer, and is in the record', async () => {
    const { jpm } = world();
    const url = `${jpm.baseUrl}/healthcheck/notification-subscriptions`;
    jpm.faults.next({ kind: 'drop-before-answering' });
    const dropped = await jpm.http({ method: 'GET', url, headers: {} });
    jpm.faults.next({ kind: 'drop-after-headers' });
    const half = await jpm.http({ method: 'GET', url, headers: {} });
    expect([dropped.ok, half.ok, jpm.calls.map(({ fault, answered }) => [fault, answered])]).toEqual([
      false,
      false,
      [
        ['drop-before-answering', null],
        ['drop-after-headers', 200],
      ],
    ]);
  });

  it('that delays lasts as long as the clock says', async () => {
    const { clock, jpm } = world();
    jpm.faults.next({ kind: 'delay', ms: 5000 });
    const answer = jpm.http({
      method: 'GET',
      url: `${jpm.baseUrl}/healthcheck/notification-subscriptions`,
      headers: {},
    });
    await clock.advance(4999);
    const before = jpm.calls[0]?.answered;
    await clock.advance(1);
    await answer;
    expect([before, jpm.calls[0]?.answered]).toEqual([null, 200]);
  });
});

describe('the clock of the server', () => {
  it('is in each answer with its skew', async () => {
    const { jpm, search } = world();
    await search('SENT');
    jpm.settings.clockSkewMs = 420_000;
    const { headers } = await search('SENT');
    expect([headers['date'], jpm.calls.at(-1)?.time]).toEqual([
      'Fri, 20 Nov 2026 09:07:00 GMT',
      Date.UTC(2026, 10, 20, 9, 0, 0),
    ]);
  });
});
