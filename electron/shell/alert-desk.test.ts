import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/result.ts';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import { createAlertDesk } from './alert-desk.ts';
import type { Alerts } from './alerts.ts';
import type { CallEngine } from './engine-link.ts';

function setUp(alerts: Partial<Alerts>) {
  const clock = createFakeClock();
  const calls: unknown[] = [];
  const callEngine = (async (name: string, params: unknown) => {
    calls.push([name, params]);
    return ok(null);
  }) as unknown as CallEngine;
  const all: Alerts = {
    show: async () => ({ outcome: 'shown', why: null }),
    withdraw: () => undefined,
    failures: () => 0,
    ...alerts,
  };
  return { clock, calls, desk: createAlertDesk({ alerts: all, callEngine, clock }) };
}

describe('the alert desk', () => {
  it('tells the engine how each alert ended', async () => {
    const { desk, calls } = setUp({ show: async () => ({ outcome: 'failed', why: 'no daemon' }) });
    await desk.onAlert({
      id: 'a1',
      notifications: ['1'],
      accounts: [],
      title: 't',
      body: 'b',
      urgency: 'normal',
    });
    expect(calls).toEqual([['alertOutcome', { alert: 'a1', outcome: 'failed', why: 'no daemon' }]]);
  });

  it('asks for pending alerts every minute while some failed, and only then', async () => {
    let failures = 0;
    const { desk, calls, clock } = setUp({ failures: () => failures });
    const ending = new AbortController();
    const over = desk.retryFailed(ending.signal);
    await clock.advance(180_000);
    expect(calls).toHaveLength(0);
    failures = 1;
    await clock.advance(120_000);
    failures = 0;
    await clock.advance(120_000);
    ending.abort();
    await over;
    expect(calls).toEqual([
      ['pendingAlerts', null],
      ['pendingAlerts', null],
    ]);
  });
});
