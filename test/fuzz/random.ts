import { oneOf, seeded } from '../simulators/cds/chance.ts';

/** Choices that follow from a seed, so that any input can be made again. */
export interface Random {
  /** From 0 to `below`, not reaching it. */
  readonly whole: (below: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
}

export function createRandom(seed: number): Random {
  const next = seeded(seed);
  return { whole: (below) => Math.floor(next() * below), one: (of) => oneOf(next, of) };
}
