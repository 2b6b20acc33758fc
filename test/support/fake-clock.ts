import type { Clock } from '../../electron/engine/time/clock.ts';

/** A clock that moves only when told to: one machine, whose time a test can bend. */
export interface FakeClock extends Clock {
  /** Lets `ms` go by; wakes each sleeper at its own instant, in order, and lets what it starts settle first. */
  advance(ms: number): Promise<void>;
  /** Steps the wall clock (NTP, DST, a person); nothing else moves. */
  setWall(ms: number): void;
  /** The machine sleeps: true time and the wall clock go on, uptime and timers stand still. */
  suspend(ms: number): void;
  /** The machine starts anew after `offMs` of darkness: uptime is zero and every sleeper is gone for good. */
  reboot(offMs?: number): void;
  /** Milliseconds of true time since the clock was made: what a server elsewhere would measure. */
  trueTime(): number;
  /** How many sleep now. */
  sleepers(): number;
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** A fake clock. `wall` is epoch milliseconds, `uptime` how long the machine is up already. */
export function createFakeClock(start: { wall?: number; uptime?: number } = {}): FakeClock {
  let trueTime = 0;
  let uptime = start.uptime ?? 3_600_000;
  let wallOffset = start.wall ?? Date.UTC(2026, 10, 22, 9, 0, 0);
  let sleeping: readonly Sleeper[] = [];

  const remove = (sleeper: Sleeper) => (sleeping = sleeping.filter((other) => other !== sleeper));

  function run(ms: number): void {
    trueTime += ms;
    uptime += ms;
  }

  return {
    now: () => wallOffset + trueTime,
    uptime: () => uptime,
    trueTime: () => trueTime,
    sleepers: () => sleeping.length,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper = { due: uptime + Math.max(ms, 0), wake };
        sleeping = [...sleeping, sleeper];
        signal?.addEventListener('abort', wake, { once: true });

        function wake() {
          remove(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        }
      }),
    advance: async (ms) => {
      const end = uptime + ms;
      await settled();
      for (let next = earliest(sleeping, end); next !== null; next = earliest(sleeping, end)) {
        run(Math.max(0, next.due - uptime));
        next.wake();
        await settled();
      }
      run(Math.max(0, end - uptime));
    },
    setWall: (ms) => (wallOffset = ms - trueTime),
    suspend: (ms) => (trueTime += ms),
    reboot: (offMs = 0) => {
      trueTime += offMs;
      uptime = 0;
      sleeping = [];
    },
  };
}

/** The sleeper that wakes first, the longest asleep among equals; null where none wakes by `end`. */
function earliest(sleeping: readonly Sleeper[], end: number): Sleeper | null {
  let first: Sleeper | null = null;
  for (const sleeper of sleeping) {
    if (sleeper.due <= end && (first === null || sleeper.due < first.due)) first = sleeper;
  }
  return first;
}

/** Every microtask that was started has run, and those they started, when a turn of the event loop is over. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
