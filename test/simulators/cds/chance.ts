/** Numbers in [0, 1) that are the same for the same seed (Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `from` to `to`, both included. */
export const between = (random: () => number, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

export function oneOf<T>(random: () => number, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}

/** One of the choices, each as likely as its weight. */
export function weighted<T extends { readonly weight: number }>(
  random: () => number,
  choices: readonly T[],
): T {
  let left = random() * choices.reduce((sum, { weight }) => sum + weight, 0);
  for (const choice of choices) {
    left -= choice.weight;
    if (left < 0) return choice;
  }
  return oneOf(random, choices);
}

export const hexFrom = (random: () => number, digits: number): string =>
  Array.from({ length: digits }, () => between(random, 0, 15).toString(16)).join('');

/** A version 4 UUID. */
export const uuidFrom = (random: () => number): string =>
  hexFrom(random, 32).replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/,
    (_whole, a: string, b: string, c: string, d: string, e: string) =>
      `${a}-${b}-4${c}-${oneOf(random, ['8', '9', 'a', 'b'])}${d}-${e}`,
  );

export const isUuid = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);

export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
