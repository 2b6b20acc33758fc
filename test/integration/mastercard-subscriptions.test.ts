import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mastercardSource } from '../../electron/engine/sources/mastercard-cen/mastercard-source.ts';
import { mastercardFaults } from '../simulators/mastercard/mastercard-faults.ts';
import { newSigningKeys } from '../simulators/mastercard/projects.ts';
import {
  startMastercardSimulator,
  type RunningMastercard,
} from '../simulators/mastercard/start-mastercard.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { createSourceHarness, type SourceHarness } from '../support/source-harness.ts';
import { accountOf, MINUTE, secretOf } from './mastercard-source-world.ts';

let clock: FakeClock;
let simulator: RunningMastercard;

beforeEach(async () => {
  clock = createFakeClock();
  simulator = await startMastercardSimulator({ now: () => clock.now(), uptime: () => clock.uptime() });
  simulator.subscribe({ name: 'ALL', subjectType: 'CLEARING' });
});
afterEach(() => simulator.close());

function connect(secret = secretOf(simulator.project)): SourceHarness {
  const account = accountOf(simulator.baseUrl, simulator.project.consumerKey, secret);
  return createSourceHarness({ source: mastercardSource, account, clock });
}

describe('a look at the subscriptions', () => {
  const subscriptions = { path: /subscriptions$/ };
  const asked = () => simulator.calls.map(({ endpoint }) => endpoint);

  it.each([
    ['break off', { kind: 'drop-before-answering' }],
    ['are cut short', { kind: 'drop-after-headers' }],
    ['are not there', mastercardFaults.empty(404)],
    ['are a web page', mastercardFaults.html(503)],
    ['may not be seen', mastercardFaults.html(403)],
  ] as const)(
    'finds subscriptions that %s, which hold no notification up, nor are they asked for each round',
    async (_, fault) => {
      const createdAt = clock.now() - MINUTE;
      simulator.notify({ subject: 'CLEARING', content: { clearingTransactionId: 7 } }, { createdAt });
      simulator.faults.next(fault, { ...subscriptions, times: 9 });
      const harness = connect();
      const outcomes = [await harness.poll(), await harness.poll(), await harness.poll()];
      expect([outcomes.map(({ ok: isOk }) => isOk), harness.keeper.messages.size, asked()]).toEqual([
        [true, true, true],
        1,
        ['subscriptions', 'notifications', 'notifications', 'notifications'],
      ]);
    },
  );

  it('is not repeated at each round while nothing answers, and made at last', async () => {
    const harness = connect();
    for (const subscription of simulator.subscriptions) subscription.active = false;
    simulator.faults.next({ kind: 'drop-before-answering' }, { times: 4 });
    const told: unknown[] = [];
    for (let n = 0; n < 4; n += 1) {
      if (n === 3) await clock.advance(15 * MINUTE);
      const outcome = await harness.poll();
      told.push(outcome.ok ? outcome.value.notices?.length : outcome.failure.reason);
    }
    const [first, ...later] = asked();
    expect([told, first, later]).toEqual([
      ['broken-off', 'broken-off', 'broken-off', 1],
      'subscriptions',
      ['notifications', 'notifications', 'notifications', 'subscriptions', 'notifications'],
    ]);
  });

  it('that is throttled ends one round, and the next goes on without it', async () => {
    simulator.faults.next(mastercardFaults.throttled('30'), { ...subscriptions, times: 9 });
    const harness = connect();
    const outcomes = [await harness.poll(), await harness.poll()];
    expect(outcomes).toMatchObject([
      { ok: false, failure: { reason: 'rate-limited', retryAfterMs: 30_000 } },
      { ok: true },
    ]);
  });

  it('whose key is refused ends the round', async () => {
    const harness = connect(secretOf(newSigningKeys()));
    expect([await harness.poll(), asked()]).toMatchObject([
      { ok: false, failure: { reason: 'key-refused' } },
      ['subscriptions'],
    ]);
  });

  it('without an answer leaves the server’s time unknown, and no mark of what was read in its future', async () => {
    simulator.settings.clockSkewMs = -4 * MINUTE;
    simulator.faults.next({ kind: 'drop-before-answering' }, subscriptions);
    const harness = connect();
    await harness.poll();
    const { highWater } = harness.keeper.cursor as { readonly highWater: number };
    expect(highWater).toBeLessThanOrEqual(simulator.now());
  });
});
