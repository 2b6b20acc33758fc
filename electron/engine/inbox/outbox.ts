import type { Failure } from '../../../shared/failure.ts';
import { storeFailure, type InboxStore, type OutboxItem } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';

export interface OutboxOptions {
  readonly account: string;
  readonly store: InboxStore;
  readonly clock: Clock;
  /** How many messages one call of the source takes. */
  readonly batch: number;
  /** Tells the source; settles message by message. */
  readonly send: (
    remoteIds: readonly string[],
    signal: AbortSignal,
  ) => Promise<{ readonly acknowledged: readonly string[]; readonly failed: ReadonlyMap<string, Failure> }>;
  /** How long to wait before the next attempt, in milliseconds; null waits for a person. */
  readonly retryAfter: (failure: Failure, attempts: number) => number | null;
  readonly onSent: (items: readonly OutboxItem[]) => void;
}

export interface Outbox {
  start(): void;
  /** Look again now: something was queued, undone, or made due. */
  poke(): void;
  /** Sends what is due once and returns when each item was answered or failed. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** An item that waits for a person is looked at again by `retryOutbox`, or by this distant date. */
const FOR_A_PERSON_MS = 10 * 365 * 86_400_000;

/**
 * Carries acknowledgements of one account to its source. What it works from is in the store alone, so that a
 * crash between the call and its answer only means that the same ids are sent again, which sources allow.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { account, store, clock } = options;
  const ending = new AbortController();
  let wake = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let sending: Promise<void> = Promise.resolve();

  /** One at a time: a flush beside the loop would send the same items twice. */
  const sendDue = () => (sending = sending.then(sendAll, sendAll));

  async function sendAll(): Promise<void> {
    while (!ending.signal.aborted) {
      const items = await store.dueOutbox(account, clock.now(), options.batch);
      if (items.length === 0 || !(await sendBatch(items))) return;
    }
  }

  /** False where nothing was settled: then the items are still due, and trying at once would go round for ever. */
  async function sendBatch(items: readonly OutboxItem[]): Promise<boolean> {
    const ids = [...new Set(items.map((item) => item.remoteId))];
    const { acknowledged, failed } = await options.send(ids, ending.signal);
    if (acknowledged.length > 0) {
      await store.sent(account, acknowledged, clock.now());
      options.onSent(items.filter((item) => acknowledged.includes(item.remoteId)));
    }
    // Stopping is no failure of the items: they stay due.
    const real = [...failed].filter(([, failure]) => failure.reason !== 'cancelled');
    if (real.length > 0) await store.sendFailed(account, new Map(real.map(toRetry)), clock.now());
    return acknowledged.length + real.length > 0;

    function toRetry([remoteId, failure]: readonly [string, Failure]) {
      const attempts = (items.find((item) => item.remoteId === remoteId)?.attempts ?? 0) + 1;
      const wait = Math.ceil(options.retryAfter(failure, attempts) ?? FOR_A_PERSON_MS);
      return [remoteId, { reason: failure.reason, nextAttemptAt: clock.now() + wait }] as const;
    }
  }

  async function loop(): Promise<void> {
    // A start, or a changed account, is the person's word that what failed may be tried again.
    await unlessStoreFails(() => store.retryOutbox(account, clock.now()));
    while (!ending.signal.aborted) {
      wake = new AbortController();
      await clock.sleep(await sendAndLook(), wake.signal);
    }
  }

  /** Milliseconds until it is worth looking again. */
  async function sendAndLook(): Promise<number> {
    try {
      await sendDue();
      const due = await store.nextOutboxDue(account);
      return due === null ? LOOK_AGAIN_MS : Math.min(due - clock.now(), LOOK_AGAIN_MS);
    } catch (error) {
      // A full disk or a busy archive: what is queued stays queued.
      storeFailure(error);
      return LOOK_AGAIN_MS;
    }
  }

  return {
    start: () => {
      running = loop();
    },
    poke: () => wake.abort(),
    flush: sendDue,
    stop: async () => {
      ending.abort();
      wake.abort();
      await running;
    },
  };
}

async function unlessStoreFails(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    storeFailure(error);
  }
}

/** Another process may queue into the same archive, and the wall clock may step: never sleep longer than this. */
const LOOK_AGAIN_MS = 5_000;
