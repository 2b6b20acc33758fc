import type { SignedInAccount } from '../../shared/accounts/account.ts';
import type { AccountWithSecret, EngineApi, EngineEvent } from '../../shared/engine-api.ts';
import type { Failure } from '../../shared/failure.ts';
import { quietMinutesSchema, type QuietMinutes } from '../../shared/quiet.ts';
import { retentionDaysSchema, type RetentionDays } from '../../shared/retention.ts';
import { createAccountRunner } from './account-runner.ts';
import { createAccountWatch } from './account-watch.ts';
import type { CardTokens } from './card-tokens-in.ts';
import { createCoalescer } from './coalescer.ts';
import { createDigest } from './digest.ts';
import { createExportJobs } from './export-jobs.ts';
import { createFirstRounds, LONGEST_WAIT_MS } from './first-rounds.ts';
import type { Http } from './http/http.ts';
import type { Journal } from './journal.ts';
import type { Network } from './network/network.ts';
import { limitedCall } from './polling/limited-call.ts';
import { createLimiter } from './polling/limiter.ts';
import type { RoundProgress } from './poll-tally.ts';
import { createRunners, signedIn, type LockedAccount } from './runners.ts';
import { createShellAnswers } from './shell-answers.ts';
import type { SlotLedger } from './store/slot-ledger.ts';
import { sources, type Sources } from './sources/registry.ts';
import type { AccountNotice, PollOutcome } from './sources/source.ts';
import { storeFailure, type InboxStore } from './store/store.ts';
import type { Clock } from './time/clock.ts';
import { createWindowAnswers } from './window-answers.ts';

export interface EngineOptions {
  readonly store: InboxStore;
  readonly ledger: SlotLedger;
  readonly cardTokens: CardTokens;
  /** Whether messages with card tokens are here and their key was gone at the start: it is made anew, and said. */
  readonly isCardKeyLost?: boolean;
  readonly clock: Clock;
  readonly http: Http;
  /** By which ways `http` goes out. */
  readonly network: Network;
  /** Takes what the system's proxy settings say, where the engine asks for it. */
  readonly proxyFound?: (ask: number, answer: string | null) => void;
  /** Uniform in [0, 1): spreads back-offs. */
  readonly random: () => number;
  readonly onEvent: (event: EngineEvent) => void;
  readonly journal: Journal;
  /** `screen`: coalesced, and due until they were shown; `journal`: one for each notification, done once reported. */
  readonly alertsGoTo: 'screen' | 'journal';
  /** How long each silence is borne until `configure` says otherwise; as usual where absent. */
  readonly quietMinutes?: QuietMinutes;
  /** How long each source keeps a message until `configure` says otherwise; as documented where absent. */
  readonly retentionDays?: RetentionDays;
  /** What a person should know of every account, for as long as this runs. */
  readonly standingNotices?: readonly AccountNotice[];
  /** All that there are where absent. */
  readonly sources?: Sources;
}

export interface Engine {
  readonly api: EngineApi;
  /** Polls these accounts from now on; those not named stop. */
  setAccounts(accounts: readonly AccountWithSecret[]): Promise<void>;
  /**
   * Polls each account until its backlog is drained, or it keeps failing, and no longer. Resolves with those that were
   * not drained: why, null where messages that are listed could not be had.
   */
  polledOnce(): Promise<ReadonlyMap<string, Failure | null>>;
  /** Sends what is queued for these accounts now, inside the limits, without polling; resolves when each item was answered or failed. */
  flushOutbox(accounts: readonly AccountWithSecret[]): Promise<void>;
  /** Ends polling, finishes what is being written, closes store and ledger. */
  stop(): Promise<void>;
}

/** How long an acknowledgement can be undone unless the person sets otherwise. */
const HOLD_BACK_MS = 10_000;

/** Wiring only: every part is made here, and handed what it needs. */
export function createEngine(options: EngineOptions): Engine {
  const { store, ledger, clock, onEvent } = options;
  let holdBackMs = HOLD_BACK_MS;
  let quietMinutes = options.quietMinutes ?? quietMinutesSchema.parse({});
  let retentionDays = options.retentionDays ?? retentionDaysSchema.parse({});
  let isOnce = false;
  let stopped: Promise<void> | null = null;

  const limiter = createLimiter({ clock, ledger, onQuietChanged: () => runners.quietChanged() });
  const call = limitedCall({ ...options, limiter });
  const exports = createExportJobs(store, (progress) => onEvent({ event: 'export', progress }));
  const firstRounds = createFirstRounds();
  const tellRevision = createCoalescer(clock, () =>
    onEvent({ event: 'revision', revision: store.revision() }),
  );
  const tellStatus = createCoalescer(clock, () => onEvent({ event: 'status' }));
  const lookAtAccounts = createCoalescer(clock, () => void accountWatch.look());
  const onStatus = (): void => {
    tellStatus.soon();
    lookAtAccounts.soon();
  };
  const known = options.sources ?? sources;
  const digest = createDigest({
    ...options,
    sources: known,
    quietMinutes: () => quietMinutes,
    onProgress: tellStatus.soon,
  });

  const runnerOptions = {
    ...options,
    sources: known,
    retentionDays: () => retentionDays,
    limiter,
    call,
    onStatus,
    onKept: () => digest.kept(),
    onLongRound: (account: SignedInAccount) => digest.longRound(account),
    onRound: async (
      account: SignedInAccount,
      outcome: PollOutcome,
      startedAt: number,
      progress: RoundProgress,
    ) => {
      const settled = await digest.roundEnded(account, outcome, startedAt);
      firstRounds.ended(account.id, settled, progress);
      if (isOnce) finishSettled();
      return settled;
    },
  };
  const runners = createRunners(runnerOptions);
  const accountWatch = createAccountWatch({
    ...{ store, clock, onEvent },
    coalesce: options.alertsGoTo === 'screen',
    statuses: () => runners.statuses(),
    say: digest.alerting.say,
  });

  const endWatch = new AbortController();
  const stopListening = store.onRevision(tellRevision.soon);
  const watching = Promise.all([watchForeignChanges(), accountWatch.watch(endWatch.signal)]);
  const caughtUp = digest.start();

  /** The command may write to the same archive while the app is open, and the other way round. */
  async function watchForeignChanges(): Promise<void> {
    for (;;) {
      await clock.sleep(FOREIGN_CHANGES_MS, endWatch.signal);
      if (endWatch.signal.aborted) return;
      await unlessStoreFails(() => store.noticeForeignChanges());
    }
  }

  /** By the runner that is at work, since two of them would send the same twice; else by one that does nothing else. */
  async function flush(entry: AccountWithSecret): Promise<void> {
    const atWork = runners.all().find((runner) => runner.account.id === entry.account.id);
    // One that may send nothing for long is not waited for: what is queued is durable.
    if (atWork !== undefined && isOnce && atWork.poller.heldMs() > LONGEST_WAIT_MS) return;
    if (atWork !== undefined) return atWork.outbox?.flush();
    const idle = createAccountRunner({ ...runnerOptions, account: signedIn(entry) });
    await idle.outbox?.flush();
    await idle.stop();
  }

  /** What is drained is not asked for again while others are read on; what was given up stays as it failed. */
  function finishSettled(): void {
    const open = firstRounds.open();
    for (const { account, poller } of runners.all()) if (!open.includes(account.id)) poller.finish();
  }

  /** An account may have to wait for what another one, or an earlier run, was told: no round of it ends before. */
  function giveUpHeld(): void {
    for (const { account, poller } of runners.all()) {
      const ms = poller.heldMs();
      if (ms <= LONGEST_WAIT_MS || !firstRounds.open().includes(account.id)) continue;
      firstRounds.heldBack(account.id, ms, poller.health().failure);
    }
    finishSettled();
  }

  async function polledOnce(): Promise<ReadonlyMap<string, Failure | null>> {
    isOnce = true;
    const settled = firstRounds.settled();
    const isOver = new AbortController();
    void settled.then(() => isOver.abort());
    endWatch.signal.addEventListener('abort', () => isOver.abort(), { once: true });
    while (!isOver.signal.aborted) {
      giveUpHeld();
      await clock.sleep(HELD_MS, isOver.signal);
    }
    return settled;
  }

  async function setAccounts(
    accounts: readonly AccountWithSecret[],
    locked: readonly LockedAccount[] = [],
  ): Promise<void> {
    await caughtUp;
    firstRounds.expect(
      accounts.filter(({ account }) => account.paused !== true).map(({ account }) => account.id),
    );
    await runners.set(accounts, locked);
  }

  async function stop(): Promise<void> {
    endWatch.abort();
    stopListening();
    // What has just gone wrong is told before the end; while runners are at work they know how they are.
    await accountWatch.stop();
    await Promise.all([runners.stop(), exports.stop(), watching, caughtUp]);
    await digest.stop();
    ledger.close();
    await store.close();
  }
  const stopOnce = () => (stopped ??= stop());

  const api: EngineApi = {
    ...createWindowAnswers({
      store,
      clock,
      network: options.network,
      runners,
      exports,
      holdBackMs: () => holdBackMs,
      onStatus: tellStatus.soon,
      status: async () => {
        const { counts: threadCounts, quiet: quietThreads } = await store.threadCounts();
        return {
          revision: store.revision(),
          accounts: await runners.statuses(),
          counts: await store.counts(),
          threadCounts,
          quiet: quietThreads,
          rereading: digest.rereading(),
          archiveBytes: await store.archiveBytes(),
        };
      },
    }),
    ...createShellAnswers({
      sources: known,
      store,
      clock,
      call,
      limiter,
      network: options.network,
      proxyFound: options.proxyFound ?? (() => undefined),
      runners,
      exports,
      alerting: digest.alerting,
      hush: () => accountWatch.hush(),
      setAccounts,
      setHoldBack: (ms) => (holdBackMs = ms),
      setQuietMinutes: (minutes) => (quietMinutes = minutes),
      setRetentionDays: (days) => (retentionDays = days),
      onStatus: tellStatus.soon,
      stop: stopOnce,
    }),
  };

  return {
    api,
    setAccounts,
    polledOnce,
    flushOutbox: async (accounts) => {
      await Promise.all(accounts.map(flush));
    },
    stop: stopOnce,
  };
}

/** How often it is looked at whether an account is still to be waited for. */
const HELD_MS = 1000;

/** How soon a change by another process shows. */
const FOREIGN_CHANGES_MS = 1000;

async function unlessStoreFails(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    // It is tried again soon; what keeps failing shows at the next poll, which writes too.
    storeFailure(error);
  }
}
