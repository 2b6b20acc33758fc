import type { Rereading as Progress } from '../../../shared/status.ts';
import {
  storeFailure,
  type DecoderVersions,
  type InboxStore,
  type UndecodedPayload,
} from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import { hasKilled, isWhole, readSafely, unlessGone, type Intake, type Reader } from './intake.ts';

/** A reader that knows which sources it can read. */
export interface SourceReader extends Reader {
  readonly sources: readonly UndecodedPayload['source'][];
}

export interface RereadingOptions {
  readonly store: InboxStore;
  /** The one that reads what is new from the same store: they take turns. */
  readonly intake: Pick<Intake, 'between'>;
  readonly reader: SourceReader;
  readonly clock: Clock;
  /** `progress` has something new to tell. */
  readonly onProgress: () => void;
  /** After each batch: what rests on facts, such as threads, is to be worked out again. Rejects with a `StoreError`. */
  readonly onBatch: () => Promise<void>;
}

export interface Rereading {
  /** How many payloads were read again, of how many; null where nothing is left, or not counted yet. */
  progress(): Progress | null;
  /** Begins, or goes on where an earlier process was stopped. */
  start(): void;
  /** Resolves when the batch at hand is written. */
  stop(): Promise<void>;
}

/**
 * Reads again what an older decoder has read, a little at a time, so that the inbox answers meanwhile. What a person
 * did stays, and so do ids. A payload whose reading fails, or that is damaged on disk, keeps the facts it has: each
 * attempt is counted before it begins, and what earlier processes left unfinished is read one by one, so that only the
 * culprit is given up.
 */
export function createRereading(options: RereadingOptions): Rereading {
  const { store, intake, reader, clock } = options;
  const newest = newestVersions(reader);
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let progress: Progress | null = null;
  let size = 1;
  /** Taken and not written yet, such as on a full disk: kept at hand, because taking them again would count as a death. */
  let taken: readonly UndecodedPayload[] = [];
  let isBatchUntold = false;

  async function rereadAll(): Promise<void> {
    while (!ending.signal.aborted) {
      const pauseMs = await nextStep();
      if (pauseMs === null) return;
      await clock.sleep(pauseMs, ending.signal);
    }
  }

  /** One step, and how long to pause after it in milliseconds; null where nothing is left. */
  async function nextStep(): Promise<number | null> {
    const startedAt = clock.uptime();
    try {
      if (!(await hasStepped())) return null;
      return Math.max(PAUSE_MS, PAUSE_FOR_WORK * (clock.uptime() - startedAt));
    } catch (error) {
      storeFailure(error);
      return AFTER_FAILURE_MS;
    }
  }

  /** A batch, or what follows from it: apart, so that the engine is free between the two. */
  async function hasStepped(): Promise<boolean> {
    if (isBatchUntold) {
      await options.onBatch();
      isBatchUntold = false;
      return true;
    }
    if (progress === null) {
      const total = await store.staleCount(newest);
      if (total === 0) return false;
      tell({ done: 0, total });
    }
    if (await intake.between(rereadSome)) return true;
    tell(null);
    return false;
  }

  /** Alone with the store: takes a batch unless one is at hand, reads it, writes it. False where there was none. */
  async function rereadSome(leave: (fresh: readonly UndecodedPayload[]) => void): Promise<boolean> {
    const startedAt = clock.uptime();
    if (taken.length === 0) {
      const found = await store.takeUndecoded(size, newest);
      taken = found.filter(({ hasFacts }) => hasFacts);
      // Kept since the turn began: they are the intake's, which reads them before the next turn.
      leave(found.filter(({ hasFacts }) => !hasFacts));
      if (taken.length === 0) return found.length > 0;
    }
    const batch = taken;
    const done = await unlessGone(() => putAgain(batch));
    taken = [];
    size = batch.some(({ attempts }) => attempts > 1)
      ? 1
      : nextSize(batch.length, clock.uptime() - startedAt);
    if (done === null) return true;
    isBatchUntold = true;
    tell(advanced(progress, done));
    return true;
  }

  /** Writes new facts, or stamps the old ones as the best there are; how many payloads. */
  async function putAgain(batch: readonly UndecodedPayload[]): Promise<number> {
    const spared = new Map<number, number[]>();
    const decoded = batch.flatMap((payload) => {
      const decoderVersion = reader.version(payload.source);
      const parts = hasKilled(payload) || !isWhole(payload) ? null : readSafely(reader, payload);
      if (parts?.ok) return [{ payload: payload.payload, parts: parts.value, decoderVersion }];
      spared.set(decoderVersion, [...(spared.get(decoderVersion) ?? []), payload.payload]);
      return [];
    });
    if (decoded.length > 0) await store.putFacts(decoded);
    for (const [version, payloads] of spared) await store.keepFacts(payloads, version);
    return batch.length;
  }

  function tell(next: Progress | null): void {
    progress = next;
    options.onProgress();
  }

  return {
    progress: () => progress,
    start: () => {
      running ??= rereadAll();
    },
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

/** After a store failure, such as a full disk. */
const AFTER_FAILURE_MS = 10_000;

/** Between two batches the engine is free for at least this long, and for so many times as long as the batch took. */
const PAUSE_MS = 5;
const PAUSE_FOR_WORK = 1;

/** How long a batch may hold the engine up. */
const BATCH_MS = 4;

/** Below the least the two transactions of a batch cost more than what is read in it. */
const LEAST = 5;
const MOST = 50;

/** As many as this machine reads and writes in `BATCH_MS`: payloads differ in size, disks in speed. */
export function nextSize(size: number, tookMs: number): number {
  if (tookMs > BATCH_MS) return Math.max(LEAST, Math.floor(size / 2));
  return tookMs < BATCH_MS / 2 ? Math.min(MOST, Math.max(LEAST, size * 2)) : Math.max(LEAST, size);
}

/** What an older process keeps beside us is read again as well, and adds to what was counted. */
function advanced(progress: Progress | null, payloads: number): Progress {
  const done = (progress?.done ?? 0) + payloads;
  return { done, total: Math.max(progress?.total ?? 0, done) };
}

const newestVersions = (reader: SourceReader): DecoderVersions =>
  Object.fromEntries(reader.sources.map((source) => [source, reader.version(source)]));
