import type { EngineApi, WindowCallName } from '../../shared/engine-api.ts';
import type { QuietMinutes } from '../../shared/quiet.ts';
import { failed, ok } from '../../shared/result.ts';
import type { RetentionDays } from '../../shared/retention.ts';
import type { Alerting } from './alerting.ts';
import type { ExportJobs } from './export-jobs.ts';
import { importKey } from './keys/open-key.ts';
import type { LimitedCall } from './polling/limited-call.ts';
import type { Limiter } from './polling/limiter.ts';
import { askedToWait } from './polling/quiet-watch.ts';
import { signedIn, type Runners } from './runners.ts';
import type { Network } from './network/network.ts';
import type { Sources } from './sources/registry.ts';
import type { InboxStore } from './store/store.ts';
import { testAccount } from './test-account.ts';
import type { Clock } from './time/clock.ts';

export interface ShellAnswerOptions {
  readonly sources: Sources;
  readonly store: InboxStore;
  readonly clock: Clock;
  readonly call: LimitedCall;
  readonly limiter: Limiter;
  readonly network: Network;
  readonly proxyFound: (ask: number, answer: string | null) => void;
  readonly runners: Runners;
  readonly exports: ExportJobs;
  readonly alerting: Alerting;
  /** Calls need a moment to get through before it is told that none does. */
  readonly hush: () => void;
  readonly setAccounts: Runners['set'];
  readonly setHoldBack: (ms: number) => void;
  readonly setQuietMinutes: (minutes: QuietMinutes) => void;
  readonly setRetentionDays: (days: RetentionDays) => void;
  readonly onStatus: () => void;
  readonly stop: () => Promise<void>;
}

/** The engine's answers to the shell alone: accounts with their secrets, files, alerts, the machine's ups and downs. */
export function createShellAnswers(options: ShellAnswerOptions): Omit<EngineApi, WindowCallName> {
  const { store, clock, runners, exports, alerting } = options;
  return {
    configure: async ({ accounts, locked, network, holdBackSeconds, quietMinutes, retentionDays }) => {
      const isNewWay = options.network.choose(network);
      options.setHoldBack(holdBackSeconds * 1000);
      options.setQuietMinutes(quietMinutes);
      options.setRetentionDays(retentionDays);
      await options.setAccounts(accounts, locked);
      if (isNewWay) await runners.networkChanged();
      return ok(null);
    },
    testAccount: async ({ account: entry }) => {
      const account = signedIn(entry);
      const source = options.sources[account.source];
      // A person looks on: what may take minutes is said instead of waited for.
      const quiet = options.limiter.quietOf(source.limits(account, 'list'));
      if (quiet !== null && quiet.leftMs > LONGEST_TEST_WAIT_MS) return failed(askedToWait(quiet));
      return testAccount({ source, account, call: options.call, clock });
    },
    importKey: async (material) => importKey(material, clock.now()),
    forgetAccount: async ({ account }) => {
      await runners.forget(account);
      await store.forgetAccount(account);
      options.onStatus();
      return ok(null);
    },
    startExport: async ({ request, path }) => ok({ job: await exports.start(request, path) }),
    alertOutcome: async ({ alert, outcome, why }) => {
      await store.alertOutcome(alert, outcome, why, clock.now());
      return ok(null);
    },
    pendingAlerts: async () => {
      await alerting.raisePending();
      return ok(null);
    },
    networkChanged: async ({ online }) => {
      if (online) options.hush();
      for (const runner of runners.all()) runner.poller.setOnline(online);
      return ok(null);
    },
    proxyFound: async ({ ask, answer }) => {
      options.proxyFound(ask, answer);
      return ok(null);
    },
    woke: async () => {
      options.hush();
      for (const runner of runners.all()) runner.poller.wake();
      runners.pokeOutboxes();
      return ok(null);
    },
    stop: async () => {
      await options.stop();
      return ok(null);
    },
  };
}

/** A slot or two: longer than that nobody waits before a button. */
const LONGEST_TEST_WAIT_MS = 30_000;
