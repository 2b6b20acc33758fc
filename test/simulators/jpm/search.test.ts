import { describe, expect, it } from 'vitest';
import { deliveries } from './delivery.ts';
import { byHeaders, idsOf } from './jpm-caller.ts';
import { HOUR, searchWorld, wall } from './search-world.ts';

describe('a search', () => {
  it('counts both ends of its range', async () => {
    const { caller, post } = searchWorld({ order: 'oldest-first' });
    for (const day of [18, 19, 20]) {
      post(`first of ${day}`, { createdAt: Date.UTC(2026, 10, day) });
      post(`last of ${day}`, {
        createdAt: Date.UTC(2026, 10, day, 23, 59, 59, 999),
        visibleAfterMs: -HOUR * 24,
      });
    }
    expect(await caller.search('SENT', '2026-11-18', '2026-11-19')).toEqual([
      'first of 18',
      'last of 18',
      'first of 19',
      'last of 19',
    ]);
  });

  it('may count days as New York has them', async () => {
    const { caller, jpm, post } = searchWorld();
    post('late evening', { createdAt: Date.UTC(2026, 10, 20, 4, 59, 59, 999) });
    post('midnight', { createdAt: Date.UTC(2026, 10, 20, 5) });
    const utc = await caller.search('SENT', '2026-11-20');
    jpm.settings.timeZone = 'America/New_York';
    expect([
      utc,
      await caller.search('SENT', '2026-11-20'),
      await caller.search('SENT', '2026-11-19'),
    ]).toEqual([['midnight', 'late evening'], ['midnight'], ['late evening']]);
  });

  it('finds a row under the status that its delivery has come to', async () => {
    const { caller, clock, post } = searchWorld();
    post('sent', { delivery: deliveries.sent(HOUR) });
    post('failed', { delivery: deliveries.failed(HOUR) });
    post('again', { delivery: deliveries.redelivered(HOUR, 2 * HOUR) });
    const look = async () => ({
      pending: [...(await caller.search('PENDING', '2026-11-20'))].sort(),
      sent: [...(await caller.search('SENT', '2026-11-20'))].sort(),
      failed: [...(await caller.search('FAILED', '2026-11-20'))].sort(),
    });
    const first = await look();
    await clock.advance(HOUR);
    caller.forgetToken();
    const second = await look();
    await clock.advance(HOUR);
    caller.forgetToken();
    expect([first, second, await look()]).toEqual([
      { pending: ['again', 'failed', 'sent'], sent: [], failed: [] },
      { pending: [], sent: ['sent'], failed: ['again', 'failed'] },
      { pending: [], sent: ['again', 'sent'], failed: ['failed'] },
    ]);
  });

  it('follows a delivery that is changed, and may count days by it', async () => {
    const { caller, clock, jpm, post } = searchWorld({ tokenLifetimeSeconds: 1_000_000 });
    const row = post('one', { delivery: deliveries.sent(HOUR) });
    await clock.advance(26 * HOUR);
    jpm.setDelivery(row, 'FAILED');
    const byCreation = await caller.search(jpm.deliveryOf(row), '2026-11-20');
    jpm.settings.dayOf = 'delivery';
    expect([
      byCreation,
      await caller.search('FAILED', '2026-11-20'),
      await caller.search('FAILED', '2026-11-21'),
      await caller.search('SENT', '2026-11-20', '2026-11-21'),
    ]).toEqual([['one'], [], ['one'], []]);
  });

  it('finds what comes late to a day that is past', async () => {
    const { caller, clock, post } = searchWorld();
    post('late', { createdAt: wall - 72 * HOUR, visibleAfterMs: 72 * HOUR + 1000 });
    const before = await caller.search('SENT', '2026-11-17');
    await clock.advance(1000);
    expect([before, await caller.search('SENT', '2026-11-17')]).toEqual([[], ['late']]);
  });

  it('loses what is older than the retention, and what is let go', async () => {
    const { caller, clock, jpm, post } = searchWorld({ retentionDays: 2 });
    const gone = post('gone');
    post('kept');
    post('two days old', { createdAt: wall - 48 * HOUR + 1 });
    const before = await caller.search('SENT', '2026-11-18', '2026-11-20');
    jpm.expire(gone);
    await clock.advance(1);
    expect([before, await caller.search('SENT', '2026-11-18', '2026-11-20')]).toEqual([
      ['kept', 'gone', 'two days old'],
      ['kept'],
    ]);
  });

  it('may stop short in silence, in an order of its own, and repeat itself', async () => {
    const { caller, jpm, post } = searchWorld({ order: 'oldest-first' });
    ['a', 'b', 'c', 'd'].forEach((id, index) => post(id, { createdAt: wall - 1000 + index }));
    const whole = await caller.search('SENT', '2026-11-20');
    jpm.settings.order = 'newest-first';
    jpm.settings.truncateAt = 2;
    const short = await caller.search('SENT', '2026-11-20');
    jpm.settings.copiesOf = ({ id }) => (id === 'd' ? 2 : 1);
    expect([whole, short, await caller.search('SENT', '2026-11-20')]).toEqual([
      ['a', 'b', 'c', 'd'],
      ['d', 'c'],
      ['d', 'd', 'c'],
    ]);
  });

  it('that finds nothing is an empty list or a 404 of the service', async () => {
    const { caller, jpm } = searchWorld();
    const empty = await caller.get('/notifications', byHeaders('SENT', '2026-11-20'));
    jpm.settings.nothingFound = 'not-found';
    const notFound = await caller.get('/notifications', byHeaders('SENT', '2026-11-20'));
    expect([empty.status, idsOf(empty.body), notFound.status, notFound.body]).toEqual([
      200,
      [],
      404,
      { responseStatus: 'ERROR', responseCode: 'NOT_FOUND', responseMessage: expect.any(String) },
    ]);
  });

  it('leaves the moment before it is answered to the test', async () => {
    const { caller, jpm, post } = searchWorld();
    jpm.settings.beforeSearch = ({ status }) => void post(`while ${status}`);
    expect(await caller.search('SENT', '2026-11-20')).toEqual(['while SENT']);
  });
});

describe('one notification by its id', () => {
  it('comes as the guide shows it, whatever characters its id has', async () => {
    const { caller, jpm, post } = searchWorld();
    const row = post('QY 2026/11#é?');
    const { status, body } = await caller.get(`/notifications/${encodeURIComponent('QY 2026/11#é?')}`);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        notificationId: 'QY 2026/11#é?',
        merchantId: jpm.client.entity.id,
        notificationType: 'PaymentUpdateNotification',
        notificationSubType: 'PaymentApproved',
        notificationDescription: 'PaymentApproved',
        messageCreateTimestamp: '2026-11-20T09:00:00.000Z',
        subscriptionId: row.subscriptionId,
        callbackURL: row.callbackUrl,
        paymentUpdateNotification: { ...row.event.common, paymentApproved: row.event.content },
        responseStatus: 'SUCCESS',
        responseCode: 'ACCEPTED',
        responseMessage: expect.any(String),
      },
    });
  });

  it('is not found where it is unknown, let go, not there yet, or of another entity', async () => {
    const { caller, jpm, post } = searchWorld();
    const other = { id: '12345678', type: 'MERCHANT' } as const;
    post('other', { entity: other });
    jpm.expire(post('gone'));
    post('late', { visibleAfterMs: 1000 });
    const statuses = [];
    for (const id of ['unknown', 'other', 'gone', 'late']) {
      statuses.push((await caller.get(`/notifications/${id}`)).status);
    }
    expect(statuses).toEqual([404, 404, 404, 404]);
  });

  it('may have to be a UUID, and a channel that is known', async () => {
    const { caller } = searchWorld({ onlyUuidIds: true });
    const id = await caller.get('/notifications/opaque');
    const channel = await caller.get('/notifications/opaque', { 'subscription-channel': 'PIGEON' });
    const errors = (entity: string) =>
      expect.objectContaining({ validationErrors: [expect.objectContaining({ entity })] }) as unknown;
    expect([id.status, id.body, channel.status, channel.body]).toEqual([
      400,
      errors('notification-id'),
      400,
      errors('subscription-channel'),
    ]);
  });
});
