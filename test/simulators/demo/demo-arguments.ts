export interface DemoArguments {
  /** New notifications a minute, over all accounts. */
  readonly rate: number;
  /** The same seed tells the same story. */
  readonly seed: number;
}

export const USAGE = 'Usage: demo [--rate NOTIFICATIONS-A-MINUTE] [--seed N]';

/** Reads `--rate 30 --seed 7`; a sentence where something is not understood. */
export function readDemoArguments(args: readonly string[]): DemoArguments | string {
  const read = { rate: 20, seed: 2611 };
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index] ?? '';
    const value = Number(args[index + 1]);
    if (name !== '--rate' && name !== '--seed') return `${name} is not known.\n${USAGE}`;
    const [least, most] = name === '--rate' ? [1, 600] : [0, 2 ** 32 - 1];
    if (!(args[index + 1] && value >= least && value <= most)) {
      return `${name} wants a number from ${least} to ${most}.\n${USAGE}`;
    }
    read[name === '--rate' ? 'rate' : 'seed'] = value;
  }
  return read;
}
