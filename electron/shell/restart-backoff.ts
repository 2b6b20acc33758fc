const DELAYS_MS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000] as const;

/** How long something must have run before its next end counts as the first again, in milliseconds. */
export const STEADY_AFTER_MS = 60_000;

/** How long to wait before the next start after so many ends in a row (1 for the first), in milliseconds. */
export function restartDelayMs(endsInARow: number): number {
  const index = Math.min(Math.max(Math.trunc(endsInARow), 1), DELAYS_MS.length) - 1;
  return DELAYS_MS[index] ?? 60_000;
}
