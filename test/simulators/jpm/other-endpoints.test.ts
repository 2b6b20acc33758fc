import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import { seeded } from '../cds/chance.ts';
import { jpmEvents } from './events/jpm-events.ts';
import { inProcessJpm } from './in-process.ts';
import { jpmCaller } from './jpm-caller.ts';

const wall = Date.UTC(2026, 10, 20, 9, 0, 0);

function world(settings = {}) {
  const clock = createFakeClock({ wall });
  const jpm = inProcessJpm(clock, { random: seeded(11), settings });
  return { clock, jpm, caller: jpmCaller(jpm, jpm.http) };
}

describe('the list of subscriptions', () => {
  it('tells what goes where, and no status, as its schema has it', async () => {
    const { caller, jpm } = world();
    const webhook = jpm.subscribe({ notifications: { payoutNotification: ['PayoutFailure'] } });
    const { status, body } = await caller.get('/subscriptions');
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        pageInfo: { pageNumber: '1', recordPerPage: 1, totalRecord: 1 },
        subscriptionGetResponses: [
          {
            subscriptionId: webhook.subscriptionId,
            notifications: { payoutNotification: ['PayoutFailure'] },
            subscriptionChannel: 'WEBHOOK',
            subscriptionChannels: ['WEBHOOK'],
            subscriptionCategory: 'DEFAULT',
            callbackURL: 'https://hooks.harbour.example/jpm/inbound?tenant=quay-7',
            subscriptionCreateTimestamp: '2026-11-20T09:00:00.000Z',
          },
        ],
      },
    });
  });

  it('may tell the status, and spell the timestamp in the other way', async () => {
    const { caller, jpm } = world({ listsSubscriptionStatus: true });
    jpm.subscribe({ status: 'PENDING_VERIFICATION', timestampKey: 'subscriptionCreatedTimestamp' });
    const { body } = await caller.get('/subscriptions');
    expect(body).toEqual({
      pageInfo: expect.anything(),
      subscriptionGetResponses: [
        expect.objectContaining({
          subscriptionStatus: 'PENDING_VERIFICATION',
          subscriptionCreatedTimestamp: '2026-11-20T09:00:00.000Z',
        }),
      ],
    });
  });

  it.each([
    ['subscription-channel', 'EMAIL', 'mail'],
    ['email-address', 'ledger@harbour.example', 'mail'],
    ['subscription-category', 'MANDATORY', 'hook'],
    ['notification-type', 'payoutNotification', 'hook'],
  ])('is filtered by the header %s', async (header, value, found) => {
    const { caller, jpm } = world();
    jpm.subscribe({ subscriptionId: 'mail', channel: 'EMAIL' });
    jpm.subscribe({
      subscriptionId: 'hook',
      category: 'MANDATORY',
      notifications: { payoutNotification: ['All'] },
    });
    jpm.subscribe({ subscriptionId: 'of another' }, '12345678');
    const { body } = await caller.get('/subscriptions', { [header]: value });
    expect(body).toEqual({
      pageInfo: { pageNumber: '1', recordPerPage: 1, totalRecord: 1 },
      subscriptionGetResponses: [expect.objectContaining({ subscriptionId: found })],
    });
  });
});

describe('what happens', () => {
  it('is notified once for each active subscription that covers it', () => {
    const { jpm } = world();
    const all = jpm.subscribe({ notifications: { payoutNotification: ['All'] } });
    const failures = jpm.subscribe({
      notifications: { payoutNotification: ['PayoutFailure'] },
      channel: 'EMAIL',
    });
    jpm.subscribe({ notifications: { payoutNotification: ['All'] }, status: 'FAILED_VERIFICATION' });
    const random = seeded(3);
    const created = jpm.happen(jpmEvents.payoutCreated(random, wall));
    const failed = jpm.happen(jpmEvents.payoutFailure(random, wall));
    expect([created, failed].map((rows) => rows.map(({ subscriptionId }) => subscriptionId))).toEqual([
      [all.subscriptionId],
      [all.subscriptionId, failures.subscriptionId],
    ]);
    expect(new Set(jpm.rows().map(({ id }) => id)).size).toBe(3);
  });
});

describe('the other endpoints', () => {
  it('name the types that there are, in both places that are published', async () => {
    const { caller } = world();
    const spec = await caller.get('/notificationTypes', { 'entity-id': undefined, 'entity-type': undefined });
    const guide = await caller.get('/notifications/notificationTypes');
    expect([spec.status, guide.body]).toEqual([200, spec.body]);
    expect(spec.body).toEqual({
      notificationTypes: expect.arrayContaining([
        {
          notificationType: 'achStatusNotification',
          notificationDescription: expect.any(String),
          supportedSubtypes: [
            {
              notificationSubType: 'AchReturnReceived',
              subTypeDescription: expect.any(String),
              subscriptionChannels: ['WEBHOOK', 'EMAIL'],
            },
          ],
        },
      ]),
    });
  });

  it('tell of their health without credentials or headers', async () => {
    const { jpm } = world();
    const answer = await jpm.http({
      method: 'GET',
      url: `${jpm.baseUrl}/healthcheck/notification-subscriptions`,
      headers: {},
    });
    expect(answer.ok && JSON.parse(Buffer.from(answer.value.body).toString())).toEqual({ status: 'PASS' });
    expect(jpm.calls[0]?.credentials).toBe('not-needed');
  });

  it('refuse what would change something, and paths that are none', async () => {
    const { caller, jpm } = world();
    const nothing = await caller.get('/checkout/notifications');
    const { access_token } = (await caller.signIn()).body as { access_token: string };
    const post = await jpm.http({
      method: 'POST',
      url: `${jpm.baseUrl}/subscriptions`,
      headers: { authorization: `Bearer ${access_token}` },
      body: '{}',
    });
    expect([nothing.status, post.ok && post.value.status]).toEqual([404, 405]);
  });

  it('ask for a token', async () => {
    const { jpm } = world();
    const answer = await jpm.http({ method: 'GET', url: `${jpm.baseUrl}/notificationTypes`, headers: {} });
    expect([answer.ok && answer.value.status, jpm.calls[0]?.credentials]).toEqual([401, 'absent']);
  });
});
