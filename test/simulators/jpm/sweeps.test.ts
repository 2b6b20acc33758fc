import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import { jpmFaults } from './faults.ts';
import { inProcessJpm } from './in-process.ts';
import { byHeaders, jpmCaller } from './jpm-caller.ts';
import { spacingOf, sweepsOf } from './sweeps.ts';

async function record() {
  const clock = createFakeClock({ uptime: 0 });
  const jpm = inProcessJpm(clock);
  const caller = jpmCaller(jpm, jpm.http);
  return {
    clock,
    jpm,
    search: (status: string, day: string) => caller.get('/notifications', byHeaders(status, day)),
  };
}

describe('the record of calls', () => {
  it('falls into sweeps where a search comes that was answered before', async () => {
    const { clock, jpm, search } = await record();
    for (const start of [0, 10_000]) {
      await clock.advance(start - clock.uptime());
      for (const status of ['PENDING', 'SENT', 'FAILED']) {
        await search(status, '2026-11-22');
        await clock.advance(1000);
      }
    }
    const sweeps = sweepsOf(jpm.calls, jpm.client.entity.id);
    expect({
      sweeps: sweeps.map(({ startedAt, searches }) => [startedAt, searches.length]),
      spacing: spacingOf(jpm.calls, jpm.client.entity.id),
    }).toEqual({
      sweeps: [
        [0, 3],
        [10_000, 3],
      ],
      spacing: { smallestCallGapMs: 1000, smallestSweepGapMs: 10_000 },
    });
  });

  it('counts a search that failed and is tried again as of the same sweep', async () => {
    const { clock, jpm, search } = await record();
    jpm.faults.next(jpmFaults.gatewayTimeout(), { status: 'SENT' });
    for (const status of ['PENDING', 'SENT', 'SENT']) {
      await search(status, '2026-11-22');
      await clock.advance(1500);
    }
    expect([
      sweepsOf(jpm.calls, jpm.client.entity.id).length,
      spacingOf(jpm.calls, jpm.client.entity.id),
    ]).toEqual([1, { smallestCallGapMs: 1500, smallestSweepGapMs: null }]);
  });
});
