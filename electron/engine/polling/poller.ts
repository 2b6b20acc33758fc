import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, type Result } from '../../../shared/result.ts';
import { StoreError } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import { afterFailure, noBackoff, resumeNow } from './backoff.ts';
import { nextRoundIn } from './cadence.ts';
import { heldHealth, mayRetry, nextHealth, startingHealth, type Health, type HealthEvent } from './health.ts';
import type { LimitRule } from './limit-rule.ts';
import type { Limiter } from './limiter.ts';
import { createQuietWatch } from './quiet-watch.ts';

export interface PollerOptions {
  /** The account's name. */
  readonly account: string;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly limiter: Limiter;
  /** The limits of one list call. */
  readonly rules: readonly LimitRule[];
  /** One round; takes its slots from the limiter itself, with this signal. */
  readonly round: (signal: AbortSignal) => Promise<Result<{ readonly more: boolean }, Failure>>;
  readonly onHealth: (health: Health) => void;
  /** When an earlier run last checked this account, epoch milliseconds. */
  readonly checkedAt: number | null;
}

/** Polls one account: a round at each slot, a pause after a failure, a stop where only a person can help. */
export interface Poller {
  start(): void;
  /** Ends polling for good; resolves when the running round has ended. */
  stop(): Promise<void>;
  /** No round begins any more; the running one goes on, and how it ends is told. */
  finish(): void;
  /** Milliseconds for which a server has asked to be left alone, beyond the spacing of list calls. */
  heldMs(): number;
  /** A person asks: ends a back-off, so that the next slot is used. */
  poke(): void;
  /** A person asks although the source wants to be left alone: ends that as well, for all under the same limits. */
  insist(): void;
  /** A source may have asked to be left alone, or that may have been ended. */
  quietChanged(): void;
  /** The machine woke from suspend: ends a back-off. */
  wake(): void;
  /**
   * Coming back online ends a back-off. Being offline stops nothing: a source may be on this machine or behind a VPN
   * that the system does not count, and a call that fails says more than the system's guess.
   */
  setOnline(online: boolean): void;
  /** The running round's list call was answered well, just now. */
  listed(): void;
  /** As of now, countdown included. */
  health(): Health;
}

export function createPoller(options: PollerOptions): Poller {
  const { clock, limiter, rules } = options;
  const spacingMs = Math.max(...rules.map((rule) => rule.spacingMs));
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let isStarted = false;
  let isInRound = false;
  const quiet = createQuietWatch(limiter, rules);
  let nudge = new AbortController();
  let health = startingHealth(clock.now(), options.checkedAt);
  let backoff = noBackoff;
  let isOnline = true;
  let isFinishing = false;
  let lastRound = null as Round | null;

  const isStopped = () => stopping.signal.aborted || isFinishing || waitsForPerson(health);

  async function poll(): Promise<void> {
    for (;;) {
      await due();
      if (isStopped()) return;
      const round: Round = { beganAt: clock.uptime(), listedAt: null };
      lastRound = round;
      const beganAt = clock.now();
      tell({ is: 'trying' });
      isInRound = true;
      const outcome = await contained(options.round, stopping.signal);
      isInRound = false;
      if (stopping.signal.aborted) return;
      if (outcome.ok) {
        backoff = noBackoff;
        tell({ is: 'checked', at: round.listedAt ?? beganAt });
      } else {
        backoff = afterFailure(backoff, outcome.failure, clock.uptime(), options.random());
        const until = clock.now() + backoff.resumeAt - clock.uptime();
        tell({ is: 'failed', failure: outcome.failure, until });
      }
    }
  }

  /** Resolves when the next round is due, or polling has stopped. */
  async function due(): Promise<void> {
    for (let ms = dueIn(); ms > 0 && !isStopped(); ms = dueIn()) {
      nudge = new AbortController();
      tellQuiet();
      await clock.sleep(Math.ceil(ms), nudge.signal);
    }
  }

  function dueIn(): number {
    const uptime = clock.uptime();
    const sinceRoundMs = lastRound === null ? null : uptime - lastRound.beganAt;
    const cadenceMs = nextRoundIn({ freeInMs: limiter.freeIn(rules), sinceRoundMs, spacingMs });
    return Math.max(backoff.resumeAt - uptime, cadenceMs);
  }

  function tell(event: HealthEvent): void {
    health = nextHealth(health, event, clock.now());
    options.onHealth(withNextSlot());
  }

  function withNextSlot(): Health {
    if (!isStarted || isStopped()) return { ...health, nextSlotAt: null };
    const backoffMs = backoff.resumeAt - clock.uptime();
    const slotMs = Math.max(backoffMs, limiter.nextSlot(rules, stopping.signal));
    const next = { ...health, nextSlotAt: clock.now() + Math.max(0, slotMs) };
    const held = quiet.look(clock);
    return held === null ? next : heldHealth(next, held);
  }

  /** Said as it begins and as it is ended: in between no round says anything. */
  function tellQuiet(): void {
    if (!isStarted || isStopped()) return;
    // The round that was answered with it ends with a failure of its own, which says more.
    if (isInRound && limiter.quietOf(rules)?.askedOf === options.account) return;
    if (quiet.isNews(clock)) options.onHealth(withNextSlot());
  }

  function resume(): void {
    if (!isStarted || isStopped()) return;
    // A timer may have stood still in suspend: look again in any case.
    nudge.abort();
    if (backoff === noBackoff) return;
    backoff = resumeNow();
    tell({ is: 'trying' });
  }

  return {
    start: () => {
      isStarted = true;
      running ??= poll();
    },
    stop: async () => {
      stopping.abort();
      nudge.abort();
      await running;
    },
    finish: () => {
      isFinishing = true;
      nudge.abort();
    },
    heldMs: () => Math.max(0, limiter.freeIn(rules) - spacingMs),
    poke: resume,
    insist: () => {
      limiter.release(rules);
      resume();
    },
    quietChanged: () => {
      nudge.abort();
      tellQuiet();
    },
    wake: resume,
    setOnline: (online) => {
      const isBack = online && !isOnline;
      isOnline = online;
      if (isBack) resume();
    },
    listed: () => {
      if (lastRound !== null) lastRound.listedAt = clock.now();
    },
    health: withNextSlot,
  };
}

interface Round {
  /** `Clock.uptime()`. */
  readonly beganAt: number;
  /** Epoch milliseconds. */
  listedAt: number | null;
}

const waitsForPerson = ({ failure }: Health): boolean => failure !== null && !mayRetry(failure);

/** A round that threw is a round that failed: one account's trouble must not end the polling of the others. */
export async function contained<T>(
  round: (signal: AbortSignal) => Promise<Result<T, Failure>>,
  signal: AbortSignal,
): Promise<Result<T, Failure>> {
  try {
    return await round(signal);
  } catch (error) {
    if (error instanceof StoreError) return failed(failure(error.reason, { detail: error.detail }));
    // Its message may hold payload text.
    const name = error instanceof Error ? error.name : typeof error;
    return failed(failure('unexpected-answer', { detail: `fault in Quayside: ${name}` }));
  }
}
