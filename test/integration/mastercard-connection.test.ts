import { createPrivateKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mastercardSource } from '../../electron/engine/sources/mastercard-cen/mastercard-source.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import { errorAnswer } from '../simulators/mastercard/errors.ts';
import { mastercardFaults } from '../simulators/mastercard/mastercard-faults.ts';
import { newSigningKeys } from '../simulators/mastercard/projects.ts';
import {
  startMastercardSimulator,
  type RunningMastercard,
} from '../simulators/mastercard/start-mastercard.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { selfSigned } from '../support/self-signed.ts';
import { createSourceHarness, type SourceHarness } from '../support/source-harness.ts';
import { accountOf, DAY, MINUTE, secretOf } from './mastercard-source-world.ts';

let clock: FakeClock;
let simulator: RunningMastercard;

beforeEach(async () => {
  clock = createFakeClock();
  simulator = await startMastercardSimulator({ now: () => clock.now(), uptime: () => clock.uptime() });
  simulator.subscribe({ name: 'ALL', subjectType: 'CLEARING' });
});
afterEach(() => simulator.close());

function connect(known: { secret?: string; consumerKey?: string; baseUrl?: string } = {}): SourceHarness {
  const { project } = simulator;
  const account = accountOf(
    known.baseUrl ?? simulator.baseUrl,
    known.consumerKey ?? project.consumerKey,
    known.secret ?? secretOf(project),
  );
  return createSourceHarness({ source: mastercardSource, account, clock });
}

const test = (harness: SourceHarness) => harness.session.test(harness.sourceContext());

describe('testing the connection says in a sentence', () => {
  it('how many subscriptions are active', async () => {
    simulator.subscribe({ name: 'OFF', subjectType: 'CLEARING', active: false });
    expect(await test(connect())).toEqual(ok({ sentence: 'Connected: 1 subscription is active.' }));
  });

  it('that none is', async () => {
    for (const subscription of simulator.subscriptions) subscription.active = false;
    expect(await test(connect())).toEqual(
      ok({ sentence: 'Connected. No subscription is active, so nothing will arrive.' }),
    );
  });

  it('that the clock is off, though not so much that it hurts', async () => {
    simulator.settings.clockSkewMs = -3 * MINUTE;
    expect(await test(connect())).toEqual(
      ok({
        sentence:
          'Connected: 1 subscription is active. The clock of this computer is 3 minutes ahead of Mastercard’s.',
      }),
    );
  });
});

describe('a connection that cannot be had says why', () => {
  it('key and consumer key of different projects', async () => {
    expect(await test(connect({ secret: secretOf(newSigningKeys()) }))).toEqual(
      failed(
        failure('key-refused', {
          status: 401,
          code: 'AUTHENTICATION_FAILED',
          detail:
            'the signature is not accepted: key and consumer key are of different projects, or of another environment than this account (HTTP 401 AUTHENTICATION_FAILED)',
        }),
      ),
    );
  });

  it('a consumer key of another environment, refused with 403', async () => {
    simulator.settings.mismatchStatus = 403;
    expect(await test(connect({ consumerKey: 'unknown!key' }))).toMatchObject({
      failure: { reason: 'key-refused', status: 403 },
    });
  });

  it('a clock that is off by seven minutes', async () => {
    simulator.settings.clockSkewMs = 7 * MINUTE;
    expect(await test(connect())).toEqual(
      failed(
        failure('clock-wrong', {
          status: 401,
          code: 'AUTHENTICATION_FAILED',
          detail:
            'the clock of this computer is 7 minutes behind Mastercard’s, which refuses the signature (HTTP 401 AUTHENTICATION_FAILED)',
        }),
      ),
    );
  });

  it('a consumer key that is not enabled, and never names it', async () => {
    simulator.project.isAllowed = false;
    expect(await test(connect())).toEqual(
      failed(
        failure('not-entitled', {
          status: 403,
          code: 'subscriber.notAllowed',
          detail:
            'the key is good, but Mastercard has not enabled Commercial Event Notifications for this consumer key (HTTP 403 subscriber.notAllowed)',
        }),
      ),
    );
  });

  it('an address without the service', async () => {
    const baseUrl = simulator.baseUrl.replace('commercial-event-notifications', 'elsewhere');
    expect(await test(connect({ baseUrl }))).toMatchObject({
      failure: { reason: 'endpoint-not-found', status: 404 },
    });
  });

  it('a key that cannot be opened, without any call', async () => {
    const harness = connect({ secret: 'not a key' });
    const detail = 'what is kept as its key is no key at all';
    expect([await test(harness), await harness.poll(), simulator.calls.length]).toEqual([
      failed(failure('key-unusable', { detail })),
      failed(failure('key-unusable', { detail })),
      0,
    ]);
  });
});

describe('while notifications are read', () => {
  const listFault = { path: /notifications\/notifications$/ };

  it.each([
    ['server-error', 500, mastercardFaults.serverError()],
    ['server-error', 502, mastercardFaults.html(502)],
    ['unexpected-answer', 403, mastercardFaults.html(403)],
    ['unexpected-answer', 200, mastercardFaults.malformedJson()],
    ['unexpected-answer', 200, mastercardFaults.encrypted()],
    ['unexpected-answer', 200, mastercardFaults.body([])],
    ['unexpected-answer', 200, mastercardFaults.empty(200)],
    ['request-refused', 400, mastercardFaults.formatInvalid()],
  ] as const)('%s for HTTP %i, and the place is kept', async (reason, status, fault) => {
    const harness = connect();
    await harness.drain();
    const { cursor } = harness.keeper;
    simulator.faults.next(fault, listFault);
    const outcome = await harness.poll();
    expect([outcome, harness.keeper.cursor]).toMatchObject([
      { ok: false, failure: { reason, status } },
      cursor,
    ]);
    expect(await harness.poll()).toMatchObject({ ok: true });
  });

  it('a server that asks for quiet says for how long', async () => {
    const harness = connect();
    simulator.faults.next(mastercardFaults.throttled('45'), listFault);
    expect(await harness.poll()).toMatchObject({
      failure: { reason: 'rate-limited', retryAfterMs: 45_000 },
    });
  });

  it('no failure holds what was signed', async () => {
    const harness = connect({ secret: secretOf(newSigningKeys()) });
    const told = JSON.stringify([await test(harness), await harness.poll()]);
    const { consumerKey } = simulator.project;
    const secrets = [consumerKey, encodeURIComponent(consumerKey), 'oauth_', 'OAuth '];
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });

  it('a subscription that nobody may list does not hold them up', async () => {
    simulator.faults.next(mastercardFaults.serverError(), { path: /subscriptions$/ });
    expect(await connect().poll()).toEqual(ok({ more: false, backlog: false, notices: [] }));
  });

  it.each([
    { source: 'Commercial Event Notifications', code: 'format.invalid' },
    { source: 'Commercial Event Notifications', code: '4111111111111111' },
    { source: 'Gateway', code: '5555-5555-5555-4444' },
  ] as const)('a card number in an error is masked: $source $code', async ({ source, code }) => {
    const harness = connect();
    await harness.drain();
    const details = `${'x'.repeat(290)} 4111 1111  1111 1111`;
    const answer = errorAnswer(400, { source, code, description: 'card 5555555555554444 unknown', details });
    simulator.faults.next({ kind: 'answer', answer }, listFault);
    const outcome = await harness.poll();
    const told = JSON.stringify(outcome);
    expect([outcome.ok, told.includes(code.slice(-4)), told.match(/\d[\d -]{5,}/g)]).toEqual([
      false,
      true,
      null,
    ]);
  });

  it('notices tell that nothing is subscribed to and that the clock is off', async () => {
    for (const subscription of simulator.subscriptions) subscription.active = false;
    simulator.settings.clockSkewMs = 4 * MINUTE;
    const outcome = await connect().poll();
    expect(outcome.ok && outcome.value.notices?.map(({ title }) => title)).toEqual([
      'No subscription is active, so nothing will arrive',
      'The clock of this computer is 4 minutes behind Mastercard’s',
    ]);
  });

  it('a certificate that has run out is no reason to stop: Mastercard decides', async () => {
    const { project } = simulator;
    const certificate = selfSigned(
      createPrivateKey(project.privateKeyPem),
      'Alder',
      clock.now() - 3 * DAY,
      clock.now() - 2 * DAY,
    );
    const outcome = await connect({ secret: secretOf(project, certificate) }).poll();
    expect(outcome).toEqual(ok({ more: false, backlog: false, notices: [] }));
  });

  it('a call that waited long for its slot is signed again', async () => {
    const harness = connect();
    await harness.drain();
    const context = harness.sourceContext();
    let calls = 0;
    const slow: typeof context = {
      ...context,
      call: async (kind, request) => {
        calls += 1;
        if (calls === 1) await clock.advance(20 * MINUTE);
        return context.call(kind, request);
      },
    };
    expect([await harness.session.test(slow), calls]).toEqual([
      ok({ sentence: 'Connected: 1 subscription is active.' }),
      2,
    ]);
  });
});
