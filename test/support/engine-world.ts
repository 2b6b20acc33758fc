import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountWithSecret, EngineEvent } from '../../shared/engine-api.ts';
import { cardTokensIn } from '../../electron/engine/card-tokens-in.ts';
import type { Engine, EngineOptions } from '../../electron/engine/engine.ts';
import { fetchHttp } from '../../electron/engine/http/fetch-http.ts';
import type { Http } from '../../electron/engine/http/http.ts';
import type { JournalEntry } from '../../electron/engine/journal.ts';
import { openEngine } from '../../electron/engine/open-engine.ts';
import { mountCds, type CdsSimulator } from '../simulators/cds/cds.ts';
import { startHmrcGateway, type HmrcGateway } from '../simulators/hmrc-gateway/gateway.ts';
import { mountPpns, type PpnsSimulator } from '../simulators/ppns/ppns.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { testNetwork } from './test-network.ts';

/** The whole engine over real SQLite and real HTTP to the simulators, on a clock that runs as fast as they answer. */
export interface EngineWorld {
  readonly clock: FakeClock;
  readonly gateway: HmrcGateway;
  readonly ppns: PpnsSimulator;
  readonly cds: CdsSimulator;
  readonly folder: string;
  readonly accounts: { readonly transit: AccountWithSecret; readonly cds: AccountWithSecret };
  readonly boxId: string;
  /** Everything that the engines of this world have reported, oldest first. */
  readonly journal: readonly JournalEntry[];
  readonly events: readonly EngineEvent[];
  /** Starts an engine on the world's folder. Fails the test where the store refuses. */
  start(options?: Partial<EngineOptions>): Promise<Engine>;
  /** Lets time run, never faster than calls are answered, until `condition` holds; at most `ms`. */
  until(condition: () => boolean | Promise<boolean>, ms?: number): Promise<void>;
  run(ms: number): Promise<void>;
  /** The answer to a call that waits for slots: time runs until it is there. */
  answer<T>(call: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How far time runs between two looks, in milliseconds. */
const STEP_MS = 25;

export async function startEngineWorld(): Promise<EngineWorld> {
  const clock = createFakeClock();
  const gateway = await startHmrcGateway({ now: () => clock.now(), uptime: () => clock.uptime() });
  const ppns = mountPpns(gateway);
  const cds = mountCds(gateway);
  gateway.addApplication({ clientId: 'transit-client', clientSecrets: ['transit-secret'] });
  gateway.addApplication({ clientId: 'cds-client', clientSecrets: ['cds-secret'] });
  const boxId = ppns.createBox('transit-client');
  const folder = mkdtempSync(join(tmpdir(), 'quayside-engine-'));
  const inFlight = createInFlight();
  const real = fetchHttp({
    clock,
    timeoutMs: 40_000,
    maxBytes: 10_000_000,
    userAgent: 'Quayside/test',
    network: testNetwork(),
  });
  const http: Http = (request, signal) => inFlight.during(() => real(request, signal));
  const cardTokens = cardTokensIn(join(folder, 'data'));
  const journal: JournalEntry[] = [];
  const events: EngineEvent[] = [];
  const engines: Engine[] = [];

  async function run(ms: number): Promise<void> {
    const end = clock.uptime() + ms;
    while (clock.uptime() < end) await step(Math.min(STEP_MS, end - clock.uptime()));
  }

  async function step(ms: number): Promise<void> {
    do await turn();
    while (inFlight.count() > 0);
    await clock.advance(ms);
  }

  return {
    clock,
    gateway,
    ppns,
    cds,
    folder,
    boxId,
    journal,
    events,
    accounts: accountsAt(gateway.url, boxId),
    run,
    answer: async (call) => {
      const ended = { is: false };
      void call.finally(() => (ended.is = true)).catch(() => undefined);
      while (!ended.is) await step(STEP_MS);
      return call;
    },
    start: async (options = {}) => {
      const opened = await openEngine({
        dataDirectory: join(folder, 'data'),
        stateDirectory: join(folder, 'state'),
        clock,
        http,
        network: testNetwork(),
        cardTokens: () => inFlight.during(cardTokens),
        random: () => 0.4142,
        onEvent: (event) => void events.push(event),
        journal: (entry) => void journal.push(entry),
        alertsGoTo: 'screen',
        ...options,
      });
      if (!opened.ok) throw new Error(`the engine did not open: ${JSON.stringify(opened.failure)}`);
      engines.push(opened.value);
      return opened.value;
    },
    until: async (condition, ms = 120_000) => {
      const end = clock.uptime() + ms;
      while (!(await condition())) {
        if (clock.uptime() >= end) throw new Error(`it did not happen within ${ms} ms`);
        await step(STEP_MS);
      }
    },
    close: async () => {
      await Promise.all(engines.map((engine) => engine.stop()));
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Time stands still while something of the outside is under way, so that a slow machine does not look like a slow network. */
function createInFlight() {
  let count = 0;
  return {
    count: () => count,
    during: async <T>(act: () => Promise<T>): Promise<T> => {
      count += 1;
      try {
        return await act();
      } finally {
        count -= 1;
      }
    },
  };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function accountsAt(baseUrl: string, boxId: string): EngineWorld['accounts'] {
  const environment = { baseUrl };
  const addedAt = '2026-11-22T08:00:00.000Z';
  return {
    transit: {
      account: {
        id: 'transit',
        name: 'Transit',
        source: 'hmrc-ppns',
        environment,
        boxId,
        clientId: 'transit-client',
        clientSecret: { stored: true },
        addedAt,
      },
      secret: 'transit-secret',
    },
    cds: {
      account: {
        id: 'cds',
        name: 'CDS',
        source: 'hmrc-cds',
        environment,
        clientId: 'cds-client',
        clientSecret: { stored: true },
        addedAt,
      },
      secret: 'cds-secret',
    },
  };
}
