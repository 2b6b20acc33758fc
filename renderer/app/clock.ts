/** The window's one way to time: nothing else in it reads the wall clock or sets a timer. */
export interface WindowClock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Runs once after `ms`; returns what cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Runs at every whole second; returns what ends it. */
  readonly everySecond: (run: () => void) => () => void;
}

export const systemClock: WindowClock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  everySecond: (run) => {
    // Aimed at each whole second anew, so that two countdowns tick together and none drifts.
    let timer = setTimeout(tick, untilNextSecond());
    function tick() {
      run();
      timer = setTimeout(tick, untilNextSecond());
    }
    return () => clearTimeout(timer);
  },
};

const untilNextSecond = (): number => 1000 - (Date.now() % 1000);
