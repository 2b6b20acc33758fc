import type { ShellClock } from './shell-clock.ts';

/**
 * A function that may be called a thousand times a second: `run` starts at once when all was quiet, then at most
 * every `quietMs`, never twice at a time, and once more after the last call.
 */
export function coalesced(clock: ShellClock, quietMs: number, run: () => Promise<void> | void): () => void {
  let busy = false;
  let again = false;

  const turn = async () => {
    busy = true;
    try {
      do {
        again = false;
        await run();
        await clock.sleep(quietMs);
      } while (shouldRepeat());
    } finally {
      busy = false;
    }
  };
  const shouldRepeat = () => again;

  return () => {
    if (busy) again = true;
    else void turn();
  };
}
