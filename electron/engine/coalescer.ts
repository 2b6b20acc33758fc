import type { Clock } from './time/clock.ts';

/** A screen is not told more often than it can redraw without a stutter. */
const QUIET_MS = 50;

/** Many calls of `soon` within a moment become one call of `tell`, never more than a moment late. */
export function createCoalescer(clock: Clock, tell: () => void) {
  let isPending = false;
  return {
    soon: (): void => {
      if (isPending) return;
      isPending = true;
      void clock.sleep(QUIET_MS).then(() => {
        isPending = false;
        tell();
      });
    },
  };
}
