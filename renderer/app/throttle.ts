import type { WindowClock } from './clock.ts';

/** Runs at once, then at most every `ms`; a call in between runs at the end of the pause, so that the last one always counts. */
export function throttled(clock: Pick<WindowClock, 'after'>, ms: number, run: () => void): () => void {
  let resting = false;
  let asked = false;
  const rest = () => {
    resting = true;
    clock.after(ms, () => {
      resting = false;
      if (!asked) return;
      asked = false;
      run();
      rest();
    });
  };
  return () => {
    if (resting) {
      asked = true;
      return;
    }
    run();
    rest();
  };
}
