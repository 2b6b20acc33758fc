import { describe, expect, it } from 'vitest';
import { answers } from '../simulators/jpm/answers.ts';
import { newJpmCredentials } from '../simulators/jpm/credentials.ts';
import { jpmFaults } from '../simulators/jpm/faults.ts';
import { DAY, HOUR, jpmSourceWorld } from './jpm-source-world.ts';

const world = jpmSourceWorld();
const MINUTE = 60_000;

/** The failure of an outcome in what matters. */
const shown = (outcome: { readonly ok: boolean } & Partial<Record<'failure', unknown>>) => {
  if (outcome.ok) return 'no failure';
  const { reason, status, code, detail, retryAfterMs } = outcome.failure as Record<string, unknown>;
  return {
    reason,
    status,
    code,
    retryAfterMs,
    detail: String(detail).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'UUID'),
  };
};

const notices = async () => {
  const outcome = await world.drain();
  return outcome.ok ? (outcome.value.notices ?? []).map(({ title }) => title) : outcome;
};

describe('an answer in place of notifications', () => {
  it.each([
    ['rate-limited', 429, jpmFaults.throttled('30'), 30_000],
    ['server-error', 503, jpmFaults.unavailable('120'), 120_000],
    ['server-error', 500, jpmFaults.serverError(), null],
    ['timed-out', 504, jpmFaults.gatewayTimeout(), null],
    ['unexpected-answer', 403, jpmFaults.html(403), null],
    ['unexpected-answer', 404, jpmFaults.html(404), null],
    ['server-error', 502, jpmFaults.html(502), null],
    ['not-entitled', 403, jpmFaults.forbidden(), null],
    ['unexpected-answer', 200, jpmFaults.okWithError(), null],
    ['unexpected-answer', 200, jpmFaults.malformedJson(), null],
    ['unexpected-answer', 200, jpmFaults.html(200), null],
    ['endpoint-not-found', 404, jpmFaults.empty(404), null],
  ])('is %s for %i', async (reason, status, fault, retryAfterMs) => {
    world.jpm.faults.next(fault, { endpoint: 'notifications' });
    const outcome = await world.poll();
    expect(outcome.ok ? outcome : outcome.failure).toMatchObject({ reason, status, retryAfterMs });
    expect(await world.drain()).toEqual({ ok: true, value: { more: false, backlog: false } });
  });

  it('names what was wrong with the request, and the id to quote for it', async () => {
    world.account({ entityId: '00000000', filterStyle: 'query' });
    world.jpm.settings.mostDays = 0;
    world.jpm.client.entities.push({ id: '00000000', type: 'MERCHANT' });
    expect(shown(await world.poll())).toEqual({
      reason: 'request-refused',
      status: 400,
      code: 'VALIDATION_ERROR',
      retryAfterMs: null,
      detail: expect.stringMatching(/^HTTP 400 VALIDATION_ERROR .*; date range: .*; request-id UUID$/),
    });
  });

  it('is a matter of rights where a fresh token is refused as well, in either envelope', async () => {
    const reasons: unknown[] = [];
    for (const body of ['adfsError', 'messages'] as const) {
      world.jpm.faults.next(jpmFaults.unauthorised(body), { endpoint: 'notifications', times: 2 });
      const outcome = await world.poll();
      reasons.push(outcome.ok ? outcome : [outcome.failure.reason, outcome.failure.code]);
    }
    expect(reasons).toEqual([
      ['not-entitled', 'EDG00012'],
      ['not-entitled', 'UNAUTHORIZED'],
    ]);
  });
});

describe('a day that is refused', () => {
  const refuse = (from: string) =>
    world.jpm.faults.next(
      { kind: 'answer', answer: answers.invalid([{ code: 'INVALID_VALUE', message: 'not this day' }]) },
      { endpoint: 'notifications', from, times: 100 },
    );

  it('is nothing where it is tomorrow', async () => {
    const row = world.post();
    refuse('2026-11-23');
    expect([await world.drain(), world.held()]).toEqual([
      { ok: true, value: { more: false, backlog: false } },
      { [row.id]: 'delivered' },
    ]);
  });

  it('is a failure where it is today', async () => {
    await world.drain();
    refuse('2026-11-22');
    expect(shown(await world.poll())).toMatchObject({ reason: 'request-refused', code: 'VALIDATION_ERROR' });
  });
});

describe('a test of the account', () => {
  const test = () => world.harness.session.test(world.harness.sourceContext());

  it('says what it found', async () => {
    const { id } = world.jpm.client.entity;
    const before = await test();
    world.post();
    world.jpm.settings.clockSkewMs = 4 * MINUTE;
    expect([before, await test()]).toEqual([
      {
        ok: true,
        value: {
          sentence: `Connected: J.P. Morgan answers for merchant ${id}, with nothing delivered today.`,
        },
      },
      {
        ok: true,
        value: {
          sentence: `Connected: J.P. Morgan answers for merchant ${id}, with 1 notification delivered today. The clock of this computer is 4 minutes behind.`,
        },
      },
    ]);
  });

  it('tells of an entity that is not allowed', async () => {
    world.account({ entityId: '123456789' });
    expect(shown(await test())).toMatchObject({ reason: 'not-entitled', status: 403 });
  });

  it('tells of a key that belongs to another client', async () => {
    world.account({}, newJpmCredentials());
    expect(shown(await test())).toMatchObject({
      reason: 'key-refused',
      code: 'invalid_grant',
      detail: expect.stringContaining('must be those that were registered together'),
    });
  });

  it('tells of it where ADFS answers in plain text', async () => {
    world.jpm.settings.tokenFailure = 'text';
    world.account({}, newJpmCredentials());
    expect(shown(await test())).toMatchObject({ reason: 'key-refused', code: 'MSIS9622' });
  });

  it('tells of a certificate that belongs to another key', async () => {
    const other = newJpmCredentials();
    world.account({}, { ...world.jpm.client, certificatePem: other.certificatePem });
    expect(shown(await test())).toMatchObject({
      reason: 'key-unusable',
      detail: 'the certificate belongs to another key',
    });
  });

  it('tells of a clock that is wrong, and by how much', async () => {
    world.jpm.settings.clockSkewMs = 7 * MINUTE;
    expect(shown(await test())).toMatchObject({
      reason: 'clock-wrong',
      detail: expect.stringContaining('The clock of this computer is 7 minutes behind.'),
    });
    world.jpm.settings.clockSkewMs = -180 * MINUTE;
    expect(shown(await test())).toMatchObject({
      reason: 'clock-wrong',
      detail: expect.stringContaining('The clock of this computer is 3 hours ahead.'),
    });
  });

  it('tells of a client or resource that is not known', async () => {
    world.account({ clientId: 'CC-unknown' });
    const client = shown(await test());
    world.account({ resource: 'JPMC:URI:RS-other' });
    expect([client, shown(await test())]).toMatchObject([
      { reason: 'key-refused', code: 'invalid_client' },
      { reason: 'request-refused', code: 'invalid_resource' },
    ]);
  });
});

describe('the style of filters', () => {
  it.each(['headers', 'query'] as const)(
    'is learnt where %s alone are taken, and kept over a restart',
    async (style) => {
      Object.assign(world.jpm.settings, { filterStyle: style, otherStyle: 'refuse' });
      const row = world.post();
      const from = style === 'query' ? 'the query' : 'headers';
      expect([await notices(), world.held()]).toEqual([
        [`J.P. Morgan takes its filters from ${from} only`],
        { [row.id]: 'delivered' },
      ]);
      world.harness.restart();
      await world.poll();
      const refused = world.jpm.calls.filter(({ answered }) => answered === 400).length;
      expect(refused).toBe(style === 'headers' ? 1 : 2);
    },
  );

  it('is what a person has set, and nothing else is tried', async () => {
    Object.assign(world.jpm.settings, { filterStyle: 'headers', otherStyle: 'refuse' });
    world.account({ filterStyle: 'query' });
    const outcome = await world.poll();
    expect([outcome.ok, world.searches().length]).toEqual([false, 1]);
  });

  it('may be of no use: nothing is missed, no status is made up, and it is told', async () => {
    world.jpm.settings.filterStyle = 'none';
    const [row, old] = [world.post(), world.post({ createdAt: world.clock.now() - 3 * DAY })];
    await world.drain();
    await world.poll();
    expect([await notices(), world.held()]).toEqual([
      ['J.P. Morgan does not filter by days and delivery status'],
      { [row.id]: null, [old.id]: null },
    ]);
  });

  it('is not doubted where a message moves while it is asked for', async () => {
    const row = world.post({ delivery: [] });
    world.jpm.settings.beforeSearch = ({ status }) => {
      if (status !== null) world.jpm.setDelivery(row, status);
    };
    await world.poll();
    world.jpm.settings.beforeSearch = () => undefined;
    expect(await notices()).toEqual([]);
    expect(world.held()).toEqual({ [row.id]: 'delivered' });
  });
});

describe('a notice', () => {
  it('tells that nothing is subscribed, until somebody has', async () => {
    for (const subscription of world.jpm.subscriptions) subscription.status = 'PENDING_VERIFICATION';
    world.jpm.settings.listsSubscriptionStatus = true;
    const before = await notices();
    for (const subscription of world.jpm.subscriptions) subscription.status = 'ACTIVATED';
    await world.clock.advance(25 * HOUR);
    expect([before, await notices()]).toEqual([['No subscription is active'], []]);
  });

  it('is none where subscriptions cannot be listed, and polling goes on', async () => {
    world.jpm.faults.next(jpmFaults.forbidden(), { endpoint: 'subscriptions', times: 100 });
    const row = world.post();
    expect([await notices(), world.held()]).toEqual([[], { [row.id]: 'delivered' }]);
  });

  it('tells of a clock that is off', async () => {
    world.jpm.settings.clockSkewMs = 3 * MINUTE;
    expect(await notices()).toEqual(['The clock of this computer is 3 minutes behind']);
  });
});
