import type { Decide as LedgerDecide, SlotLedger, SlotRecord } from '../store/slot-ledger.ts';
import { StoreError } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import type { LimitRule } from './limit-rule.ts';
import { openSlot, type Becomes, type Slot } from './open-slot.ts';
import { createPace, type Pace } from './pace.ts';
import { assumedStarts, grantSlots, projectedStartMs, type Waiter } from './slot-queue.ts';
import { held, longestQuiet, quieted, quietLeftMs, released, waitMs } from './slot.ts';

/** The one gate before every call: law 2 is kept here. */
export interface Limiter {
  /**
   * Waits until a call under all of these limits may start, first come, first served. Its stamp is durable when this
   * resolves. Null where `signal` aborted first. Rejects with the ledger's `StoreError` where no stamp could be made
   * durable: the call must not go out.
   */
  acquire(rules: readonly LimitRule[], signal: AbortSignal): Promise<Slot | null>;
  /** Lets no call under these limits start for `ms`; kept across restarts. */
  hold(rules: readonly LimitRule[], ms: number): void;
  /** The same because the server asked for it, of the account of that name. */
  quiet(rules: readonly LimitRule[], ms: number, askedOf: string): void;
  /** What a server has asked for under one of these limits, whoever was asked; null for nothing. */
  quietOf(rules: readonly LimitRule[]): Quiet | null;
  /** Ends what a server has asked for under these limits, as a person wishes. The spacing of calls stays as it is. */
  release(rules: readonly LimitRule[]): void;
  /** Milliseconds until the limits themselves let a call start, whoever waits for it. */
  freeIn(rules: readonly LimitRule[]): number;
  /**
   * Milliseconds until a call under these limits would start, behind those that wait already: for the countdown.
   * With the `signal` that was given to `acquire`, the call that waits there is meant.
   */
  nextSlot(rules: readonly LimitRule[], signal?: AbortSignal): number;
}

/** A server's wish to be left alone, as of now. */
export interface Quiet {
  readonly leftMs: number;
  /** The name of an account; null where another person's copy of Quayside was asked. */
  readonly askedOf: string | null;
}

interface WaitingCall extends Waiter {
  readonly signal: AbortSignal;
  readonly resolve: (slot: Slot | null) => void;
  readonly reject: (error: unknown) => void;
}

export interface LimiterOptions {
  readonly clock: Clock;
  readonly ledger: SlotLedger;
  /** A server has asked to be left alone, or that has been ended; here or in another process, as far as is known here. */
  readonly onQuietChanged?: () => void;
}

/** A limiter over a ledger that other processes may share. */
export function createLimiter({ clock, ledger, onQuietChanged }: LimiterOptions): Limiter {
  let queue: readonly WaitingCall[] = [];
  let isPumping = false;
  let nudge = new AbortController();
  const paces = new Map<string, Pace>();
  /** Records as last read or written: good enough for a countdown. */
  const known = new Map<string, readonly SlotRecord[]>();
  const savedMs = (key: string) => paceOf(key).savedMs();

  function paceOf(key: string): Pace {
    const pace = paces.get(key) ?? createPace();
    paces.set(key, pace);
    return pace;
  }

  function transact<T>(keys: readonly string[], decide: Decide<T>): T {
    const before = quietsOf(keys);
    const value = ledger.transact(keys, (records) => {
      // Read under the ledger's lock: waiting for it takes time.
      const decision = decide(records, clock.uptime());
      for (const key of keys) known.set(key, records.get(key) ?? []);
      for (const [key, record] of decision.write) known.set(key, [record]);
      return decision;
    });
    if (onQuietChanged !== undefined && quietsOf(keys) !== before) queueMicrotask(onQuietChanged);
    return value;
  }

  /** Which quiets are known, as a text to be compared. */
  function quietsOf(keys: readonly string[]): string {
    const uptime = clock.uptime();
    return keys.map((key) => longestQuiet(known.get(key) ?? [], uptime)?.at ?? '').join();
  }

  function grant(): number | null {
    const { startedAt, granted, againMs } = transact(keysOf(queue), (records, uptime) => {
      const { write, ...grants } = grantSlots(queue, records, uptime, savedMs);
      return { write, value: { ...grants, startedAt: uptime }, startsCalls: grants.granted.length > 0 };
    });
    queue = queue.filter((call) => !granted.includes(call));
    for (const call of granted) call.resolve(openSlot({ rules: call.rules, startedAt, paceOf, change }));
    return againMs;
  }

  async function pump(): Promise<void> {
    isPumping = true;
    try {
      while (queue.length > 0) {
        const againMs = grant();
        if (againMs === null) continue;
        nudge = new AbortController();
        await clock.sleep(pauseMs(againMs), nudge.signal);
      }
    } catch (error) {
      const stranded = queue;
      queue = [];
      for (const call of stranded) call.reject(error);
    } finally {
      isPumping = false;
    }
  }

  function readUnknown(rules: readonly LimitRule[]): void {
    const unknown = rules.filter((rule) => !known.has(rule.key));
    if (unknown.length === 0) return;
    unlessUnwritable(() =>
      transact(keysOf([{ rules: unknown }]), (records, uptime) => ({
        write: assumedStarts(unknown, records, uptime),
        value: null,
      })),
    );
  }

  /** Writes what becomes of each key, a ledger that was lost taken into account; null leaves one as it is. */
  function change(rules: readonly LimitRule[], becomes: Becomes): void {
    unlessUnwritable(() =>
      transact(keysOf([{ rules }]), (records, uptime) => {
        const assumed = assumedStarts(rules, records, uptime);
        const current = (key: string) => [assumed.get(key) ?? records.get(key) ?? []].flat();
        const changed = rules.flatMap((rule) => {
          const record = becomes(current(rule.key), uptime, rule);
          return record === null ? [] : [[rule.key, record] as const];
        });
        return { write: new Map([...assumed, ...changed]), value: null };
      }),
    );
  }

  return {
    acquire: (rules, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return resolve(null);
        const leave = () => {
          queue = queue.filter((other) => other !== call);
          resolve(null);
        };
        const call: WaitingCall = {
          rules,
          signal,
          reject,
          resolve: (slot) => {
            signal.removeEventListener('abort', leave);
            resolve(slot);
          },
        };
        signal.addEventListener('abort', leave, { once: true });
        queue = [...queue, call];
        if (isPumping) nudge.abort();
        else void pump();
      }),
    hold: (rules, ms) => change(rules, (records, uptime) => held(records, ms, uptime)),
    quiet: (rules, ms, askedOf) =>
      change(rules, (records, uptime) => quieted(records, { at: uptime, ms, askedOf }, uptime)),
    quietOf: (rules) => {
      readUnknown(rules);
      const uptime = clock.uptime();
      const quiet = longestQuiet(
        rules.flatMap(({ key }) => known.get(key) ?? []),
        uptime,
      );
      return quiet === null ? null : { leftMs: quietLeftMs(quiet, uptime), askedOf: quiet.askedOf };
    },
    release: (rules) => {
      change(rules, released);
      // Those that wait for the end of it need wait no longer.
      nudge.abort();
    },
    freeIn: (rules) => {
      readUnknown(rules);
      const uptime = clock.uptime();
      return Math.max(0, ...rules.map((rule) => waitMs(rule, known.get(rule.key) ?? [], uptime)));
    },
    nextSlot: (rules, signal) => {
      readUnknown(rules);
      const isMeant = (call: WaitingCall) =>
        call.signal === signal && rules.every(({ key }) => call.rules.some((rule) => rule.key === key));
      const waiting = queue.find(isMeant);
      return projectedStartMs(queue, waiting ?? { rules }, known, clock.uptime());
    },
  };
}

type Decide<T> = (
  records: ReadonlyMap<string, readonly SlotRecord[]>,
  uptime: number,
) => ReturnType<LedgerDecide<T>>;

/**
 * How long to sleep before a look at the ledger again. A long wait is looked at once more before it ends, because
 * another process may have settled its call in the meantime and the slot is then free sooner.
 */
function pauseMs(waitMs: number): number {
  const isNear = waitMs <= RECHECK_BELOW_MS;
  return Math.ceil(isNear ? waitMs : Math.max(waitMs - RECHECK_BEFORE_MS, waitMs / 2));
}

const RECHECK_BELOW_MS = 250;
const RECHECK_BEFORE_MS = 1000;

const keysOf = (queue: readonly Waiter[]) => [
  ...new Set(queue.flatMap((waiter) => waiter.rules.map((rule) => rule.key))),
];

/**
 * For what follows an answer, which must not be lost to it: a ledger that cannot be written keeps the stricter stamp,
 * and lets no further call out either.
 */
function unlessUnwritable(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
