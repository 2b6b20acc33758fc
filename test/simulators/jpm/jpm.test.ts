import { afterEach, describe, expect, it } from 'vitest';
import { fetchHttp } from '../../../electron/engine/http/fetch-http.ts';
import { systemClock } from '../../../electron/engine/time/clock.ts';
import { seeded } from '../cds/chance.ts';
import { jpmEvents } from './events/jpm-events.ts';
import { byQuery, idsOf, jpmCaller } from './jpm-caller.ts';
import { startJpmSimulator, type RunningJpm } from './start-jpm.ts';
import { testNetwork } from '../../support/test-network.ts';

const http = fetchHttp({
  clock: systemClock,
  timeoutMs: 5000,
  maxBytes: 10_000_000,
  userAgent: 'quayside/test',
  network: testNetwork(),
});

describe('the simulator over HTTP', () => {
  let jpm: RunningJpm;
  afterEach(() => jpm.close());

  const started = async () => {
    jpm = await startJpmSimulator({ now: () => Date.UTC(2026, 10, 20, 9, 0, 0) });
    return jpmCaller(jpm, http);
  };

  it('signs a client in, searches, and gives one by its id', async () => {
    const caller = await started();
    const row = jpm.notify(jpmEvents.payoutFailure(seeded(1), jpm.now()));
    const search = await caller.get(`/notifications${byQuery('SENT', '2026-11-20')}`);
    const single = await caller.get(`/notifications/${row.id}`);
    expect([search.status, idsOf(search.body), single.status]).toEqual([200, [row.id], 200]);
    expect(
      jpm.calls.map(({ method, path, credentials, answered }) => [method, path, credentials, answered]),
    ).toEqual([
      ['POST', '/adfs/oauth2/token', 'ok', 200],
      ['GET', '/v1/notifications', 'ok', 200],
      ['GET', `/v1/notifications/${row.id}`, 'ok', 200],
    ]);
  });

  it('notes who asked, with what request id, and when', async () => {
    const caller = await started();
    await caller.get('/subscriptions', { 'request-id': '0b0c9d0e-6d43-4d59-8c3b-2f6a70a2f0aa' });
    const [, call] = jpm.calls;
    expect(call).toEqual({
      at: expect.any(Number),
      time: Date.UTC(2026, 10, 20, 9, 0, 0),
      method: 'GET',
      path: '/v1/subscriptions',
      endpoint: 'subscriptions',
      clientId: jpm.client.clientId,
      entityId: jpm.client.entity.id,
      requestId: '0b0c9d0e-6d43-4d59-8c3b-2f6a70a2f0aa',
      style: null,
      status: null,
      from: null,
      to: null,
      credentials: 'ok',
      answered: 200,
      rows: null,
      fault: null,
    });
  });

  it('drops a connection before, and in the middle of, an answer', async () => {
    await started();
    const url = `${jpm.baseUrl}/healthcheck/notification-subscriptions`;
    const outcomes = [];
    for (const kind of ['drop-before-answering', 'drop-after-headers'] as const) {
      jpm.faults.next({ kind });
      const answer = await http({ method: 'GET', url, headers: {} });
      outcomes.push(answer.ok ? 'answered' : answer.failure.reason);
    }
    expect(outcomes).toEqual(['broken-off', 'broken-off']);
  });

  it('says when as many calls came as a test waits for', async () => {
    const caller = await started();
    const twice = jpm.called(({ endpoint }) => endpoint === 'notification-types', 2);
    await caller.get('/notificationTypes');
    await caller.get('/notificationTypes');
    await twice;
    expect(jpm.calls.length).toBe(3);
  });
});
