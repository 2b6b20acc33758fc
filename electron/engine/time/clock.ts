/**
 * The one way to time. Nothing else in shipped code reads the wall clock or sets a timer, so that a test
 * can hand in a clock of its own.
 */
export interface Clock {
  /** Wall clock, epoch milliseconds UTC. May step in either direction. */
  now(): number;
  /**
   * Milliseconds since the machine started. Never steps back while it is up, the same for all its
   * processes, starts again at a reboot and may stand still during suspend.
   */
  uptime(): number;
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  uptime: () => Number(process.hrtime.bigint()) / 1e6,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(Math.max(ms, 0), MAX_TIMER_MS));
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Node fires a longer timer at once; a sleeper looks at the clock again when it wakes. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** `2026-11-22T09:40:11.000Z` for epoch milliseconds. */
export const toInstant = (ms: number): string => new Date(ms).toISOString();
