import { describe, expect, it } from 'vitest';
import type { Alert } from '../../shared/engine-api.ts';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import { createAlerts, type AlertsOptions, type OsNotification } from './alerts.ts';

const alert: Alert = {
  id: 'a1',
  notifications: ['42', '41'],
  accounts: [],
  title: 'Rejected',
  body: '26GB…',
  urgency: 'critical',
};

function setUp(changes: Partial<AlertsOptions> = {}) {
  const clock = createFakeClock();
  const raised: ReturnType<typeof fakeNotification>[] = [];
  const opened: string[] = [];
  const alerts = createAlerts({
    clock,
    areOn: () => true,
    isSupported: () => true,
    create: (shown) => {
      const notification = fakeNotification(shown);
      raised.push(notification);
      return notification.os;
    },
    onClick: ({ notifications }) => opened.push(notifications[0] ?? ''),
    ...changes,
  });
  return { alerts, clock, raised, opened };
}

function fakeNotification({ title, body, urgency }: Pick<Alert, 'title' | 'body' | 'urgency'>) {
  const did: string[] = [];
  const tell: { shown: () => void; failed: (why: string) => void; click: () => void } = {
    shown: () => {},
    failed: () => {},
    click: () => {},
  };
  const os: OsNotification = {
    onShown: (listener) => (tell.shown = listener),
    onFailed: (listener) => (tell.failed = listener),
    onClick: (listener) => (tell.click = listener),
    show: () => did.push(`show ${title}: ${body}, ${urgency}`),
    close: () => did.push('close'),
  };
  return { os, tell, did };
}

describe('an alert', () => {
  it('is shown when the platform says so, and a click opens its newest notification', async () => {
    const { alerts, raised, opened } = setUp();
    const end = alerts.show(alert);
    raised[0]!.tell.shown();
    expect(await end).toEqual({ outcome: 'shown', why: null });
    raised[0]!.tell.click();
    expect([raised[0]!.did, opened]).toEqual([['show Rejected: 26GB…, critical'], ['42']]);
  });

  it('is taken off the screen when what it spoke of is over', () => {
    const { alerts, raised } = setUp();
    void alerts.show(alert);
    void alerts.show({ ...alert, id: 'a2' });
    alerts.withdraw('a1');
    expect(raised.map(({ did }) => did.includes('close'))).toEqual([true, false]);
  });

  it('is as urgent as the engine says', () => {
    const { alerts, raised } = setUp();
    void alerts.show({ ...alert, urgency: 'normal' });
    expect(raised.map(({ did }) => did)).toEqual([['show Rejected: 26GB…, normal']]);
  });

  it('is not shown when alerts are switched off, or when the computer shows none', async () => {
    const off = setUp({ areOn: () => false });
    const unsupported = setUp({ isSupported: () => false });
    expect([await off.alerts.show(alert), await unsupported.alerts.show(alert)]).toEqual([
      { outcome: 'not-shown', why: 'alerts are switched off' },
      { outcome: 'not-shown', why: 'this computer shows no notifications' },
    ]);
    expect([...off.raised, ...unsupported.raised]).toEqual([]);
  });

  it('fails with the platform’s reason, and is tried anew when it is asked for again', async () => {
    const { alerts, raised } = setUp();
    const firstEnd = alerts.show(alert);
    raised[0]!.tell.failed('no daemon');
    expect(await firstEnd).toEqual({ outcome: 'failed', why: 'no daemon' });
    expect(alerts.failures()).toBe(1);
    const secondEnd = alerts.show(alert);
    raised[1]!.tell.shown();
    expect(await secondEnd).toEqual({ outcome: 'shown', why: null });
    expect(alerts.failures()).toBe(0);
  });

  it('fails when no answer comes within five seconds, and is withdrawn', async () => {
    const { alerts, clock, raised } = setUp();
    const end = alerts.show(alert);
    await clock.advance(5_000);
    expect(await end).toEqual({ outcome: 'failed', why: 'no answer within 5 s' });
    expect(raised[0]!.did).toEqual(['show Rejected: 26GB…, critical', 'close']);
  });

  it('fails when the platform throws', async () => {
    const { alerts } = setUp({
      create: () => {
        throw new Error('no D-Bus');
      },
    });
    expect(await alerts.show(alert)).toEqual({ outcome: 'failed', why: 'no D-Bus' });
  });

  it('is shown once, however often the engine asks, and keeps its answer', async () => {
    const { alerts, clock, raised } = setUp();
    const ends = [alerts.show(alert), alerts.show(alert)];
    raised[0]!.tell.shown();
    await clock.advance(60_000);
    ends.push(alerts.show(alert));
    expect(await Promise.all(ends)).toEqual(Array(3).fill({ outcome: 'shown', why: null }));
    expect(raised).toHaveLength(1);
  });
});
