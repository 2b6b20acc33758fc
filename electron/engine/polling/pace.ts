import { SAVED_AT_START_MS } from './margins.ts';

/** What this process has seen of the calls under one limit. Milliseconds. */
export interface Pace {
  /** What quick answers have left of the allowance. */
  savedMs(): number;
  /** The shortest time of late in which the server answered: what it takes at least. 0 until that can be told. */
  usualMs(): number;
  answered(tookMs: number, savedMs: number): void;
}

export function createPace(): Pace {
  let latest: readonly number[] = [];
  let saved = SAVED_AT_START_MS;
  return {
    savedMs: () => saved,
    usualMs: () => (latest.length < ENOUGH ? 0 : Math.min(...latest)),
    answered: (tookMs, savedMs) => {
      latest = [...latest, Math.max(0, tookMs)].slice(-REMEMBERED);
      saved = savedMs;
    },
  };
}

/** Fewer may all come from a server that was held up just then. */
const ENOUGH = 4;
const REMEMBERED = 16;
