import { expect, it } from 'vitest';
import { withoutCards } from '../../electron/engine/protection.ts';
import { cdsSource } from '../../electron/engine/sources/hmrc-cds/cds-source.ts';
import { jpmSource } from '../../electron/engine/sources/jpm-notifications/jpm-source.ts';
import { mountCds } from '../simulators/cds/cds.ts';
import { seeded } from '../simulators/cds/chance.ts';
import { cdsMessage } from '../simulators/cds/messages.ts';
import { startHmrcGateway } from '../simulators/hmrc-gateway/gateway.ts';
import { startJpmSimulator } from '../simulators/jpm/start-jpm.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createSourceHarness, keeperContext, testCardTokens } from '../support/source-harness.ts';
import { jpmAccount } from './jpm-source-world.ts';

const YEAR_MS = 365 * 86_400_000;
const BEGAN = Date.UTC(2026, 10, 22, 9);

/** A server that keeps its time, whatever the clock of this computer is set to. */
async function setUp() {
  const clock = createFakeClock({ wall: BEGAN });
  const gateway = await startHmrcGateway({
    now: () => BEGAN + clock.trueTime(),
    uptime: () => clock.uptime(),
    callsPerSecond: 1000,
  });
  gateway.addApplication({ clientId: 'quay', clientSecrets: ['secret'] });
  const cds = mountCds(gateway, { random: seeded(11) });
  const account = {
    source: 'hmrc-cds',
    ...{ id: 'cds', name: 'CDS', clientId: 'quay', secret: 'secret' },
    clientSecret: { stored: true },
    environment: { baseUrl: gateway.url },
  } as const;
  const harness = createSourceHarness({ source: cdsSource, account, clock });
  return {
    clock,
    gateway,
    harness,
    push: () => cds.push('quay', { body: cdsMessage({ functionCode: '09' }) }),
  };
}

it.each([YEAR_MS, -YEAR_MS])(
  'a clock that steps by %i ms and back reports no gap that never was, and hides none that was',
  async (step) => {
    const { clock, gateway, harness, push } = await setUp();
    const poll = async () => {
      await clock.advance(10_000);
      return harness.poll();
    };
    push();
    await poll();
    for (const off of [step, 0]) {
      clock.setWall(BEGAN + clock.trueTime() + off);
      push();
      await poll();
      harness.restart();
      await poll();
    }
    expect([harness.keeper.gaps, harness.keeper.messages.size]).toEqual([[], 3]);
    await clock.advance(20 * 86_400_000);
    await poll();
    expect(harness.keeper.gaps.map(({ why }) => why)).toEqual([
      'The queue was not read for more than 14 days, and HMRC keeps a message for 14 days.',
    ]);
    await gateway.close();
  },
);

it.each([YEAR_MS, -YEAR_MS])(
  'at J.P. Morgan, where days are asked for, a clock that steps by %i ms and back reports none either',
  async (step) => {
    const clock = createFakeClock({ wall: BEGAN });
    const jpm = await startJpmSimulator({
      now: () => BEGAN + clock.trueTime(),
      uptime: () => clock.uptime(),
      random: seeded(5),
    });
    jpm.subscribe();
    const harness = createSourceHarness({ source: jpmSource, account: jpmAccount(jpm), clock });
    const poll = async () => {
      await clock.advance(10_000);
      const context = keeperContext(harness.sourceContext(), harness.keeper, 10, (received) =>
        withoutCards(received, testCardTokens),
      );
      return harness.session.poll(context);
    };
    const drain = async () => {
      for (let last = await poll(); last.ok && last.value.more;) last = await poll();
    };
    await drain();
    for (const off of [step, 0]) {
      clock.setWall(BEGAN + clock.trueTime() + off);
      await drain();
      harness.restart();
      await drain();
    }
    expect(harness.keeper.gaps).toEqual([]);
    await clock.advance(20 * 86_400_000);
    await drain();
    expect(harness.keeper.gaps).toHaveLength(1);
    await jpm.close();
  },
);
