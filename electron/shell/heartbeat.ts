import type { ShellClock } from './shell-clock.ts';

export interface HeartbeatOptions {
  readonly clock: ShellClock;
  /** Asks the process for a sign of life. */
  readonly ping: () => void;
  /** Whether the process has used the processor since this was last asked. */
  readonly isAtWork: () => boolean;
  /** Whether it may compute for as long as it likes without a word: while it opens a large archive, say. */
  readonly mayTakeLong: () => boolean;
  /** It has been silent for too long to count as well. `since`: the last word from it, epoch milliseconds. */
  readonly onSilent: (since: number) => void;
  /** A sign of life after a silence that was told of. */
  readonly onBack: () => void;
  /** It will not answer any more. Told once; nothing is watched from then on. */
  readonly onLost: (why: string) => void;
}

export interface Heartbeat {
  /** Any word from the process is a sign of life. */
  readonly heard: () => void;
  readonly end: () => void;
}

const BEAT_MS = 2_000;
/** Longer than the longest read of the archive that was measured: 6 s. */
const SILENT_AFTER_BEATS = 3;
/** A process that is stopped uses no processor at all, and one that waits for a busy machine or disk uses a little: 20 s. */
const LOST_AFTER_IDLE_BEATS = 10;
/** As long as the longest call may take, forgetting an account: one that computes on and on will not end by itself. */
const LOST_AFTER_BEATS = 150;

/**
 * Watches whether a process still answers. Silence is counted in beats of this process that passed without an answer,
 * never read off a clock, so that what stops both of them, a laptop that sleeps or a machine under load, is no silence:
 * a beat that comes late begins the count anew.
 */
export function watchHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { clock } = options;
  const ended = new AbortController();
  let heardAt = clock.now();
  let silentBeats = 0;
  let idleBeats = 0;
  let isTold = false;

  void beat();
  return {
    heard: () => {
      heardAt = clock.now();
      silentBeats = 0;
      idleBeats = 0;
      if (!isTold) return;
      isTold = false;
      options.onBack();
    },
    end: () => ended.abort(),
  };

  async function beat(): Promise<void> {
    for (;;) {
      options.ping();
      const before = clock.uptime();
      const wall = clock.now();
      await clock.sleep(BEAT_MS, ended.signal);
      if (ended.signal.aborted) return;
      const isAtWork = options.isAtWork();
      const tookMs = Math.max(clock.uptime() - before, clock.now() - wall);
      if (tookMs > 2 * BEAT_MS) silentBeats = idleBeats = 0;
      else count(isAtWork);
    }
  }

  function count(isAtWork: boolean): void {
    silentBeats += 1;
    idleBeats = isAtWork ? 0 : idleBeats + 1;
    const seconds = (silentBeats * BEAT_MS) / 1000;
    if (idleBeats > LOST_AFTER_IDLE_BEATS) return lost(`no answer for ${seconds} s, and no sign of work`);
    if (silentBeats > LOST_AFTER_BEATS && !options.mayTakeLong()) return lost(`no answer for ${seconds} s`);
    if (silentBeats <= SILENT_AFTER_BEATS || isTold) return;
    isTold = true;
    options.onSilent(heardAt);
  }

  function lost(why: string): void {
    ended.abort();
    options.onLost(why);
  }
}
