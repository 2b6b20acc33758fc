import { storeFailure, type InboxStore } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';

export interface Sealing {
  /** Begins, or goes on where an earlier process was stopped. */
  start(): void;
  /** Resolves when the batch at hand is written. */
  stop(): Promise<void>;
}

/** A batch takes some ten milliseconds; a million rows are done within ten minutes. */
const BATCH = 300;
const PAUSE_MS = 150;
const AFTER_FAILURE_MS = 60_000;

/** Gives what older versions have written its checksums, a little at a time, so that the inbox answers meanwhile. */
export function createSealing({
  store,
  clock,
}: {
  readonly store: Pick<InboxStore, 'sealOlder'>;
  readonly clock: Clock;
}): Sealing {
  const ending = new AbortController();
  let running: Promise<void> | null = null;

  async function sealAll(): Promise<void> {
    while (!ending.signal.aborted) {
      const pauseMs = await nextStep();
      if (pauseMs === null) return;
      await clock.sleep(pauseMs, ending.signal);
    }
  }

  /** How long to pause after it, in milliseconds; null where nothing is left. */
  async function nextStep(): Promise<number | null> {
    try {
      return (await store.sealOlder(BATCH)) === 0 ? null : PAUSE_MS;
    } catch (error) {
      storeFailure(error);
      return AFTER_FAILURE_MS;
    }
  }

  return {
    start: () => {
      running ??= sealAll();
    },
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}
