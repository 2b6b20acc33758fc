import { afterEach, beforeEach } from 'vitest';
import type { JpmAccount, SignedInAccount } from '../../shared/accounts/account.ts';
import { jpmSource } from '../../electron/engine/sources/jpm-notifications/jpm-source.ts';
import { withoutCards } from '../../electron/engine/protection.ts';
import type { PollOutcome, Received } from '../../electron/engine/sources/source.ts';
import { seeded } from '../simulators/cds/chance.ts';
import type { JpmCredentials } from '../simulators/jpm/credentials.ts';
import { jpmEvents } from '../simulators/jpm/events/jpm-events.ts';
import type { JpmSimulator } from '../simulators/jpm/jpm.ts';
import type { Circumstances } from '../simulators/jpm/jpm-world.ts';
import type { JpmRow } from '../simulators/jpm/notification-shelf.ts';
import { startJpmSimulator, type RunningJpm } from '../simulators/jpm/start-jpm.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import {
  createSourceHarness,
  keeperContext,
  testCardTokens,
  type SourceHarness,
} from '../support/source-harness.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** The account of a simulator's first client, its key as PEM files. */
export function jpmAccount(
  jpm: Pick<JpmSimulator, 'client'> & { readonly baseUrl: string; readonly tokenUrl: string },
  more: Partial<JpmAccount> = {},
  credentials: Pick<JpmCredentials, 'privateKeyPem' | 'certificatePem'> = jpm.client,
): SignedInAccount<JpmAccount> {
  const { client } = jpm;
  return {
    id: 'jpm',
    name: 'Merchant',
    source: 'jpm-notifications',
    environment: { baseUrl: jpm.baseUrl, tokenUrl: jpm.tokenUrl },
    clientId: client.clientId,
    resource: client.resource,
    signingKey: { stored: true },
    entityId: client.entity.id,
    entityType: client.entity.type,
    ...more,
    secret: JSON.stringify({
      key: Buffer.from(credentials.privateKeyPem).toString('base64'),
      password: null,
      certificate: Buffer.from(credentials.certificatePem).toString('base64'),
    }),
  };
}

/** The source over HTTP to the simulator, on a clock of the test's own: new before each test. */
export interface JpmSourceWorld {
  readonly clock: FakeClock;
  readonly jpm: RunningJpm;
  readonly harness: SourceHarness;
  /** What a person has set, or the documentation says: nothing. */
  retentionDays: number | null;
  /** Makes the account anew, as after its settings were changed. */
  account(more?: Partial<JpmAccount>, credentials?: JpmCredentials): void;
  post(circumstances?: Circumstances): JpmRow;
  poll(): Promise<PollOutcome>;
  /** Rounds until nothing is left to walk; the last outcome. */
  drain(): Promise<PollOutcome>;
  /** What is kept, by id, with its delivery status. */
  held(): Readonly<Record<string, string | null>>;
  /** What was searched for, as `2026-11-22 PENDING`, in order. */
  searches(): readonly string[];
}

export function jpmSourceWorld(): JpmSourceWorld {
  let clock: FakeClock;
  let jpm: RunningJpm;
  let harness: SourceHarness;
  let random: () => number;

  beforeEach(async () => {
    clock = createFakeClock();
    random = seeded(5);
    jpm = await startJpmSimulator({ now: () => clock.now(), uptime: () => clock.uptime(), random });
    jpm.subscribe();
    harness = createSourceHarness({ source: jpmSource, account: jpmAccount(jpm), clock });
    world.retentionDays = null;
  });

  afterEach(() => jpm.close());

  const world: JpmSourceWorld = {
    get clock() {
      return clock;
    },
    get jpm() {
      return jpm;
    },
    get harness() {
      return harness;
    },
    retentionDays: null,
    account: (more, credentials) => {
      const { keeper } = harness;
      harness = createSourceHarness({
        source: jpmSource,
        account: jpmAccount(jpm, more, credentials),
        clock,
        keeper,
      });
    },
    post: (circumstances) => jpm.notify(jpmEvents.paymentDeclined(random, clock.now()), circumstances),
    poll: () => {
      const { retentionDays } = world;
      const protect = (received: Received) => withoutCards(received, testCardTokens);
      return harness.session.poll(
        keeperContext(harness.sourceContext(), harness.keeper, retentionDays, protect),
      );
    },
    drain: async () => {
      let outcome = await world.poll();
      while (outcome.ok && outcome.value.more) outcome = await world.poll();
      return outcome;
    },
    held: () =>
      Object.fromEntries(
        [...harness.keeper.messages.keys()].map((id) => [id, harness.keeper.upstream.get(id) ?? null]),
      ),
    searches: () =>
      jpm.calls.flatMap(({ endpoint, from, status }) =>
        endpoint === 'notifications' ? [`${from} ${status}`] : [],
      ),
  };
  return world;
}
