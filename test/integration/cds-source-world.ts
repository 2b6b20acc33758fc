import { afterEach, beforeEach, expect } from 'vitest';
import { cdsSource } from '../../electron/engine/sources/hmrc-cds/cds-source.ts';
import { mountCds, type CdsSimulator } from '../simulators/cds/cds.ts';
import { seeded } from '../simulators/cds/chance.ts';
import { cdsMessage } from '../simulators/cds/messages.ts';
import { startHmrcGateway, type HmrcGateway } from '../simulators/hmrc-gateway/gateway.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { createSourceHarness, type SourceHarness } from '../support/source-harness.ts';

export const CLIENT = 'quay';

/** The source over HTTP to the simulator, on a clock of the test's own: new before each test. */
export interface CdsWorld {
  readonly clock: FakeClock;
  readonly gateway: HmrcGateway;
  readonly cds: CdsSimulator;
  readonly harness: SourceHarness;
  /** CDS puts a message in the queue; returns its id there. */
  push(functionCode?: string): string;
  pushMany(count: number): readonly string[];
  /** Ids of what is kept, sorted. */
  held(): readonly string[];
  /** Which queues were listed, in order. */
  lists(): readonly string[];
  /** Which messages were asked for, as `unpulled/ID`, in order. */
  reads(): readonly string[];
}

/** Sets the world up before each test of a file; no test may list too soon. */
export function cdsWorld(): CdsWorld {
  let clock: FakeClock;
  let gateway: HmrcGateway;
  let cds: CdsSimulator;
  let harness: SourceHarness;

  beforeEach(async () => {
    clock = createFakeClock();
    // Reads overlap, and the test's clock runs on while they are under way: the limiter's own tests measure their rate.
    gateway = await startHmrcGateway({
      now: () => clock.now(),
      uptime: () => clock.uptime(),
      callsPerSecond: 1000,
    });
    cds = mountCds(gateway, { random: seeded(11) });
    gateway.addApplication({ clientId: CLIENT, clientSecrets: ['secret'] });
    const environment = { baseUrl: gateway.url };
    harness = createSourceHarness({
      source: cdsSource,
      account: { ...ACCOUNT, environment },
      clock,
    });
  });

  afterEach(async () => {
    expect(gateway.violations).toEqual([]);
    await gateway.close();
  });

  const push = (functionCode = '09') => cds.push(CLIENT, { body: cdsMessage({ functionCode }) });
  const asked = (wanted: RegExp) =>
    gateway.calls.flatMap(({ path }) => (wanted.test(path) ? [path.slice('/notifications/'.length)] : []));

  return {
    get clock() {
      return clock;
    },
    get gateway() {
      return gateway;
    },
    get cds() {
      return cds;
    },
    get harness() {
      return harness;
    },
    push,
    pushMany: (count) => Array.from({ length: count }, () => push()),
    held: () => [...harness.keeper.messages.keys()].sort(),
    lists: () => asked(/^\/notifications\/(un)?pulled$/),
    reads: () => asked(/pulled\//),
  };
}

const ACCOUNT = {
  id: 'cds',
  name: 'CDS',
  source: 'hmrc-cds',
  clientId: CLIENT,
  clientSecret: { stored: true },
  secret: 'secret',
} as const;
