import type { ShellClock } from './shell-clock.ts';

const LOOK_EVERY_MS = 5_000;

/**
 * Tells when the machine goes offline or comes back. Nothing is told of how it is at the start: a machine without
 * a network still reaches itself, and the engine finds out by its own calls.
 */
export async function watchNetwork(options: {
  readonly clock: ShellClock;
  readonly isOnline: () => boolean;
  readonly onChange: (online: boolean) => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  let wasOnline = options.isOnline();
  while (!options.signal.aborted) {
    await options.clock.sleep(LOOK_EVERY_MS, options.signal);
    const online = options.isOnline();
    if (online !== wasOnline) options.onChange(online);
    wasOnline = online;
  }
}
