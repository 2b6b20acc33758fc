import type { SlotRecord } from '../store/slot-ledger.ts';
import type { LimitRule } from './limit-rule.ts';
import { gapMs } from './margins.ts';
import { assumedStarted, started, waitMs } from './slot.ts';

/** A call that waits for all of its keys at once. */
export interface Waiter {
  readonly rules: readonly LimitRule[];
}

export type Records = ReadonlyMap<string, readonly SlotRecord[]>;

export interface Grants<W> {
  /** Those whose calls start now, in the order in which they came. */
  readonly granted: readonly W[];
  /** To be durable before any of them goes out. */
  readonly write: ReadonlyMap<string, SlotRecord>;
  /** Milliseconds until it is worth deciding again; null where nobody is left waiting. */
  readonly againMs: number | null;
}

/**
 * Who may start now. First come, first served for each key; a call that waits for one key keeps nobody from its other
 * keys, unless it would start itself before they are free again: so acknowledgements fill the application's limit
 * between two list calls and never push the next list call back, and a list call waiting for its 10 s never stops them.
 */
export function grantSlots<W extends Waiter>(
  waiters: readonly W[],
  records: Records,
  uptime: number,
  savedMs: (key: string) => number,
): Grants<W> {
  const assumed = assumedStarts(
    waiters.flatMap((waiter) => waiter.rules),
    records,
    uptime,
  );
  const write = new Map(assumed);
  const view = new Map(records);
  for (const [key, record] of assumed) view.set(key, [record]);
  const granted: W[] = [];
  const ahead: { readonly waiter: W; readonly startsInMs: number }[] = [];
  const put = (key: string, record: SlotRecord) => {
    view.set(key, [record]);
    write.set(key, record);
  };

  for (const waiter of waiters) {
    const startsInMs = startsIn(waiter, view, uptime);
    if (startsInMs > 0 || ahead.some((other) => wouldDelay(waiter, other.waiter, other.startsInMs))) {
      ahead.push({ waiter, startsInMs });
      continue;
    }
    granted.push(waiter);
    for (const rule of waiter.rules) put(rule.key, started(rule, uptime, savedMs(rule.key)));
  }
  const waits = ahead.map((one) => one.startsInMs).filter((ms) => ms > 0);
  return { granted, write, againMs: waits.length === 0 ? null : Math.min(...waits) };
}

/** What to write for keys whose ledger was made anew, so that the wait for them begins now and ends. */
export function assumedStarts(
  rules: readonly LimitRule[],
  records: Records,
  uptime: number,
): ReadonlyMap<string, SlotRecord> {
  const lost = rules.filter(({ key }) => records.get(key)?.some((record) => record.fresh));
  return new Map(lost.map((rule) => [rule.key, assumedStarted(rule, records.get(rule.key) ?? [], uptime)]));
}

/** Milliseconds until `target` starts, if nobody joins or leaves the queue and no hold is added. */
export function projectedStartMs(
  waiters: readonly Waiter[],
  target: Waiter,
  records: Records,
  uptime: number,
): number {
  const takenUntil = new Map<string, number>();
  const ahead = waiters.includes(target) ? waiters.slice(0, waiters.indexOf(target)) : waiters;
  const startOf = (waiter: Waiter) =>
    Math.max(startsIn(waiter, records, uptime), ...waiter.rules.map((rule) => takenUntil.get(rule.key) ?? 0));

  for (const waiter of ahead) {
    const start = startOf(waiter);
    for (const rule of waiter.rules) takenUntil.set(rule.key, start + gapMs(rule.spacingMs));
  }
  return startOf(target);
}

function startsIn(waiter: Waiter, records: Records, uptime: number): number {
  return Math.max(0, ...waiter.rules.map((rule) => waitMs(rule, records.get(rule.key) ?? [], uptime)));
}

function wouldDelay(late: Waiter, early: Waiter, earlyStartsInMs: number): boolean {
  return early.rules.some(
    (rule) => earlyStartsInMs < gapMs(rule.spacingMs) && late.rules.some((other) => other.key === rule.key),
  );
}
