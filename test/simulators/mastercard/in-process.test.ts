import { afterEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import { fetchHttp } from '../../../electron/engine/http/fetch-http.ts';
import type { Http, HttpResponse } from '../../../electron/engine/http/http.ts';
import { systemClock } from '../../../electron/engine/time/clock.ts';
import type { Fault } from '../hmrc-gateway/faults.ts';
import { inProcessMastercard } from './in-process.ts';
import type { MastercardSimulator } from './mastercard.ts';
import { mastercardFaults } from './mastercard-faults.ts';
import { signCall } from './oauth/sign-call.ts';
import { startMastercardSimulator, type RunningMastercard } from './start-mastercard.ts';
import { testNetwork } from '../../support/test-network.ts';

type Reached = MastercardSimulator & { readonly baseUrl: string; readonly http: Http };

const PATH = '/notifications?start=2026-11-15T09%3A00%3A00.000Z&end=2026-11-23T09%3A00%3A00.000Z';

let running: RunningMastercard | null = null;
afterEach(async () => {
  await running?.close();
  running = null;
});

async function bothWays(): Promise<readonly Reached[]> {
  const clock = createFakeClock();
  const over = await startMastercardSimulator({ now: () => clock.now(), uptime: () => clock.uptime() });
  running = over;
  const http = fetchHttp({
    clock: systemClock,
    timeoutMs: 5000,
    maxBytes: 1e6,
    userAgent: 'test',
    network: testNetwork(),
  });
  return [inProcessMastercard(clock), { ...over, http }];
}

async function get(way: Reached): Promise<HttpResponse | string> {
  const url = `${way.baseUrl}${PATH}`;
  const authorization = signCall({ ...way.project, method: 'GET', url, now: way.now() });
  const answer = await way.http({ method: 'GET', url, headers: { authorization } });
  return answer.ok ? answer.value : answer.failure.reason;
}

async function told(way: Reached): Promise<unknown> {
  const answer = await get(way);
  if (typeof answer === 'string') return answer;
  const { status, headers, body } = answer;
  return [status, headers['date'], headers['retry-after'], Buffer.from(body).toString()];
}

describe('in process and over HTTP', () => {
  it('the same calls get the same answers, faults included', async () => {
    const date = 'Sun, 22 Nov 2026 09:00:00 GMT';
    const faults: readonly Fault[] = [
      mastercardFaults.throttled('120'),
      mastercardFaults.html(502),
      mastercardFaults.empty(503),
      mastercardFaults.encrypted(),
      mastercardFaults.malformedJson(),
      mastercardFaults.serverError(),
      { kind: 'truncated-body' },
      { kind: 'drop-after-headers' },
      { kind: 'drop-after-handling' },
      { kind: 'drop-before-answering' },
    ];
    const outcomes: unknown[][] = [];
    for (const way of await bothWays()) {
      const plain = await told(way);
      for (const fault of faults) way.faults.next(fault);
      const faulty: unknown[] = [];
      for (let round = 0; round < faults.length; round += 1) faulty.push(await told(way));
      outcomes.push([plain, ...faulty, way.calls.map(({ status }) => status)]);
    }
    const text = (pattern: string) => expect.stringContaining(pattern) as unknown;
    const expected = [
      [200, date, undefined, '{"count":0,"offset":0,"limit":200,"total":0,"notifications":[]}'],
      [429, date, '120', text('"Recoverable":true')],
      [502, date, undefined, text('<html>')],
      [503, date, undefined, ''],
      [200, date, undefined, text('encryptedData')],
      [200, date, undefined, text('"subject":')],
      [500, date, undefined, text('server.error')],
      [200, date, undefined, '{"count":0,"offset":0,"limit":2'],
      'broken-off',
      'broken-off',
      'broken-off',
      [200, 429, 502, 503, 200, 200, 500, 200, 200, null, null],
    ];
    expect(outcomes).toEqual([expected, expected]);
  });

  it('signatures are checked', async () => {
    for (const way of await bothWays()) {
      const url = `${way.baseUrl}${PATH}`;
      const answer = await way.http({ method: 'GET', url, headers: { authorization: 'OAuth a="b"' } });
      expect([answer.ok && answer.value.status, way.calls.at(-1)?.signature]).toEqual([400, 'incomplete']);
    }
  });

  it('in process a delay passes on the clock that was handed in', async () => {
    const clock = createFakeClock();
    const simulator = inProcessMastercard(clock);
    simulator.faults.next({ kind: 'delay', ms: 30_000 });
    const answer = get(simulator);
    await clock.advance(29_999);
    const waiting = simulator.calls.map(({ status }) => status);
    await clock.advance(1);
    expect([waiting, await answer]).toEqual([[null], expect.objectContaining({ status: 200 })]);
  });
});
