/** Time as the shell needs it, handed in like everywhere; the engine's own clock fits. */
export interface ShellClock {
  /** Wall clock, epoch milliseconds UTC. May step in either direction. */
  now(): number;
  /** Milliseconds since the machine started; never steps back. */
  uptime(): number;
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
