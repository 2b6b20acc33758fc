import type { SignedInAccount } from '../../shared/accounts/account.ts';
import type { EngineEvent } from '../../shared/engine-api.ts';
import type { QuietMinutes } from '../../shared/quiet.ts';
import { failed } from '../../shared/result.ts';
import type { Rereading } from '../../shared/status.ts';
import { createAlerting, type Alerting } from './alerting.ts';
import { createTurns } from './inbox/in-turn.ts';
import { createIntake } from './inbox/intake.ts';
import { createQuietWatch } from './inbox/quiet-watch.ts';
import { createRereading } from './inbox/reread.ts';
import { createSealing } from './inbox/sealing.ts';
import { createThreadKeeper } from './inbox/thread-keeper.ts';
import type { Journal } from './journal.ts';
import { readerOf } from './reader.ts';
import type { Sources } from './sources/registry.ts';
import type { PollOutcome } from './sources/source.ts';
import { storeFailure, type InboxStore } from './store/store.ts';
import type { Clock } from './time/clock.ts';

export interface DigestOptions {
  readonly sources: Sources;
  readonly store: InboxStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly onEvent: (event: EngineEvent) => void;
  readonly alertsGoTo: 'screen' | 'journal';
  readonly quietMinutes: () => QuietMinutes;
  /** How far old messages are read again has changed. */
  readonly onProgress: () => void;
}

/** What follows from payloads once they are kept: notifications, threads, alerts, notices of silence. */
export interface Digest {
  readonly alerting: Alerting;
  /** Reads what an earlier run kept and did not come to read, then in the background what an older decoder has read. */
  start(): Promise<void>;
  /** Something was kept. Rejects with a `StoreError`. */
  kept(): Promise<void>;
  /** A round goes on for long. Never rejects. */
  longRound(account: SignedInAccount): Promise<void>;
  /** A round that began at `startedAt`, epoch milliseconds, ended: what it comes to once all that follows is written. */
  roundEnded(account: SignedInAccount, outcome: PollOutcome, startedAt: number): Promise<PollOutcome>;
  /** Null while nothing is read again. */
  rereading(): Rereading | null;
  stop(): Promise<void>;
}

export function createDigest(options: DigestOptions): Digest {
  const { store, clock, journal } = options;
  const reader = readerOf(options.sources);
  const intake = createIntake(store, reader);
  const threads = createThreadKeeper(store);
  const alerting = createAlerting({ ...options, goTo: options.alertsGoTo });
  const quiet = createQuietWatch({
    store,
    clock,
    minutes: options.quietMinutes,
    coalesce: options.alertsGoTo === 'screen',
    say: alerting.say,
  });
  const rereading = createRereading({
    ...{ store, intake, reader, clock },
    onProgress: options.onProgress,
    onBatch: () => threads.run(),
  });
  const sealing = createSealing({ store, clock });
  /** Sweeps of two accounts take turns: what both hold a copy of is spoken of once. */
  const inTurn = createTurns();
  /** At which accounts messages are known to wait. */
  const backlogs = new Map<string, boolean>();

  async function kept(): Promise<void> {
    for (const { id, account, type, mrn, attention, receivedAt } of await intake.drain()) {
      journal({ event: 'notification', id, account, type, mrn, attention, receivedAt });
    }
    // Not waited for: after an update every thread of the archive may be to do.
    void threads.run().catch(untilTheRoundEnds);
  }

  /** False where there is so much to do that the round must not be held up for it. */
  async function areThreadsKept(): Promise<boolean> {
    const isInTime = new AbortController();
    const late = clock.sleep(THREADS_MS, isInTime.signal).then(() => false);
    try {
      return await Promise.race([threads.run().then(() => true), late]);
    } finally {
      isInTime.abort();
    }
  }

  return {
    alerting,
    kept,
    start: async () => {
      await kept().catch(storeFailure);
      // The screen asks for them itself, once it is there.
      if (options.alertsGoTo === 'journal') await alerting.raisePending().catch(storeFailure);
      rereading.start();
      sealing.start();
    },
    // A round is long because much waits at its source.
    longRound: (account) => inTurn(() => alerting.sweep(account, { backlog: true })).catch(untilTheRoundEnds),
    roundEnded: async (account, outcome, startedAt) => {
      try {
        await kept();
        if (outcome.ok && !outcome.value.more) await store.markDrained(account.id, clock.now());
        // A round that fails takes nothing off what waits.
        if (outcome.ok) backlogs.set(account.id, outcome.value.backlog === true);
        const backlog = backlogs.get(account.id) ?? false;
        await inTurn(() => alerting.sweep(account, { backlog }));
        const areKept = await areThreadsKept();
        if (areKept && hasHeardAll(outcome)) await inTurn(() => quiet.sweep(account, startedAt));
        return outcome;
      } catch (error) {
        // What could not be written down has failed, whatever the source answered.
        return failed(storeFailure(error));
      }
    },
    rereading: () => rereading.progress(),
    stop: async () => {
      await Promise.all([threads.stop(), rereading.stop(), sealing.stop()]);
    },
  };
}

/** How long the end of a round waits for threads to be worked out. */
const THREADS_MS = 5000;

/** The end of the round does the same once more, and tells of what fails then. */
const untilTheRoundEnds = (): void => undefined;

/** Nothing is silent that was not listened to to the end. */
const hasHeardAll = (outcome: PollOutcome): boolean =>
  outcome.ok && !outcome.value.more && (outcome.value.unread ?? 0) === 0;
