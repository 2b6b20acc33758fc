/**
 * How long before its slot a round begins: what it needs first (a fresh token) is then at hand, and its list call
 * stands in the limiter's queue when the slot comes.
 */
const LEAD_MS = 1500;

export interface Cadence {
  /** Milliseconds until the limits let a list call start. */
  readonly freeInMs: number;
  /** Milliseconds since the last round began; null before the first. */
  readonly sinceRoundMs: number | null;
  /** The spacing of list calls. */
  readonly spacingMs: number;
}

/**
 * Milliseconds until the next round is due: just before the next list slot, with a backlog or without, because the
 * allowance is there to be used. A round that failed before its list call has left the slot free and still counts.
 */
export function nextRoundIn({ freeInMs, sinceRoundMs, spacingMs }: Cadence): number {
  const leadMs = Math.min(LEAD_MS, spacingMs / 4);
  const sinceLast = sinceRoundMs === null ? 0 : spacingMs - sinceRoundMs;
  return Math.max(0, freeInMs - leadMs, sinceLast - leadMs);
}
