import { LONGEST_QUIET_MS } from '../http/retry-after.ts';
import type { AskedQuiet, SlotRecord } from '../store/slot-ledger.ts';
import type { LimitRule } from './limit-rule.ts';
import { gapMs, IN_FLIGHT_MS, isSettled, MAX_SAVED_MS } from './margins.ts';

/*
 * When a call may start, told from the records of earlier calls. Every instant here is `Clock.uptime()`: the same
 * for all processes of the machine, never stepped, zero at each boot, perhaps standing still in suspend. Whatever
 * happened in between, a record made at uptime `at` and read at uptime `uptime` is at least as old as
 *
 *     uptime - at   where at <= uptime   (same boot; or a later boot, and then it is older still)
 *     uptime        where at > uptime    (certainly a later boot, which alone lasted that long)
 *
 * so waiting for what that bound leaves open can be too long and never too short. The wall clock has no part in it.
 */

/** Readings of one clock on two processors may differ a little; a stamp this far ahead is of now, not of an earlier boot. */
const SKEW_MS = 1000;

/** Milliseconds until a call under `rule` may start; 0 for now. One record for each ledger that knows the key. */
export function waitMs(rule: LimitRule, records: readonly SlotRecord[], uptime: number): number {
  const { startedAt } = strictest(records, uptime);
  const spaced = startedAt === null ? 0 : gapMs(rule.spacingMs) - (uptime - startedAt);
  return Math.max(0, spaced, heldFor(records, uptime), quietLeftMs(longestQuiet(records, uptime), uptime));
}

/**
 * The record of a call that starts now, to be written before it goes out. Until it is settled nobody knows when the
 * server sees it, and this process may die first, so the record holds the key for the full allowance as well:
 * as a hold, because a stamp in the future would be taken for one of an earlier boot. The hold that this one
 * replaces has run out, or the call could not start.
 */
export function started(rule: LimitRule, uptime: number, savedMs: number): SlotRecord {
  if (!isSettled(rule.spacingMs)) return { startedAt: uptime, heldAt: null, holdMs: 0 };
  return {
    startedAt: uptime,
    heldAt: uptime,
    holdMs: gapMs(rule.spacingMs) + IN_FLIGHT_MS + savedMs,
  };
}

/**
 * Until when the server has seen a call at the latest, and what the call leaves saved of the allowance. What an answer
 * took beyond what the server needs at least, `usualMs`, may be time in which it stood still before it saw the call.
 */
export function seenBy(
  startedAt: number,
  answeredAt: number,
  savedMs: number,
  usualMs: number,
): { readonly at: number; readonly savedMs: number } {
  const tookMs = Math.max(0, answeredAt - startedAt);
  const used = Math.min(tookMs, IN_FLIGHT_MS + savedMs);
  const stalled = Math.min(tookMs, tookMs - usualMs + Math.min(usualMs, IN_FLIGHT_MS));
  return {
    at: startedAt + Math.max(used, stalled),
    savedMs: Math.min(MAX_SAVED_MS, savedMs + IN_FLIGHT_MS - used),
  };
}

/**
 * The record while the call that stands under `stamp` has no answer: as if it started only now. Null where another call
 * has started since.
 */
export function restarted(
  records: readonly SlotRecord[],
  stamp: number,
  uptime: number,
  savedMs: number,
  spacingMs: number,
): SlotRecord | null {
  const standing = strictest(records, uptime);
  if (standing.startedAt !== null && standing.startedAt > stamp) return null;
  const holdMs = gapMs(spacingMs) + IN_FLIGHT_MS + savedMs;
  return { ...standing, startedAt: uptime, heldAt: uptime, holdMs: Math.max(holdMs, standing.holdMs) };
}

/**
 * The record once the server has answered the call that stands under `stamp` and so has seen it by `seenAt`: its own
 * hold ends, any other stays. Where the ledger was lost meanwhile, it learns of the call again. Null where there is
 * nothing to settle because another call started since.
 */
export function settled(
  records: readonly SlotRecord[],
  stamp: number,
  seenAt: number,
  uptime: number,
): SlotRecord | null {
  const { startedAt } = strictest(records, uptime);
  if (startedAt !== stamp && startedAt !== null && startedAt > seenAt) return null;
  const others = records.map((record) =>
    record.heldAt === stamp ? { ...record, heldAt: null, holdMs: 0 } : record,
  );
  return { ...strictest(others, uptime), startedAt: Math.min(seenAt, uptime) };
}

/** The record where no call may start for `ms`. A longer hold stays. */
export function held(records: readonly SlotRecord[], ms: number, uptime: number): SlotRecord {
  return { ...strictest(records, uptime), heldAt: uptime, holdMs: Math.max(ms, heldFor(records, uptime)) };
}

/** The record once the server has asked to be left alone. What it asked before and lasts longer stays. */
export function quieted(records: readonly SlotRecord[], quiet: AskedQuiet, uptime: number): SlotRecord {
  const before = longestQuiet(records, uptime);
  const isLonger = quietLeftMs(quiet, uptime) >= quietLeftMs(before, uptime);
  return { ...strictest(records, uptime), quiet: isLonger ? quiet : before };
}

/** The record where a person would not wait for what the server asked. The spacing of calls stays as it is. */
export function released(records: readonly SlotRecord[], uptime: number): SlotRecord {
  return { ...strictest(records, uptime), quiet: null };
}

/** What the server asks for and is not over; null for nothing. */
export function longestQuiet(records: readonly SlotRecord[], uptime: number): AskedQuiet | null {
  let longest: AskedQuiet | null = null;
  for (const { quiet = null } of records) {
    if (quietLeftMs(quiet, uptime) > quietLeftMs(longest, uptime)) longest = quiet;
  }
  return longest;
}

/** Capped once more: the record may be an older Quayside's, or damaged. */
export function quietLeftMs(quiet: AskedQuiet | null, uptime: number): number {
  if (quiet === null) return 0;
  return Math.max(0, Math.min(quiet.ms, LONGEST_QUIET_MS) - (uptime - inThisBoot(quiet.at, uptime)));
}

/** The record of a key whose ledger had to be made anew: a call may have started a moment ago. */
export function assumedStarted(rule: LimitRule, records: readonly SlotRecord[], uptime: number): SlotRecord {
  return held(records, gapMs(rule.spacingMs) + IN_FLIGHT_MS, uptime);
}

/** One record that forbids all that any of these forbids. */
function strictest(records: readonly SlotRecord[], uptime: number): SlotRecord {
  const stamps = records.flatMap((record) => latestStart(record, uptime) ?? []);
  const holdMs = heldFor(records, uptime);
  const quiet = longestQuiet(records, uptime);
  return {
    startedAt: stamps.length === 0 ? null : Math.max(...stamps),
    heldAt: holdMs === 0 ? null : uptime,
    holdMs,
    ...(quiet === null ? {} : { quiet }),
  };
}

function latestStart(record: SlotRecord, uptime: number): number | null {
  if (record.fresh) return uptime;
  return record.startedAt === null ? null : inThisBoot(record.startedAt, uptime);
}

function heldFor(records: readonly SlotRecord[], uptime: number): number {
  const left = records.map(({ heldAt, holdMs }) =>
    heldAt === null ? 0 : Math.min(holdMs, LONGEST_QUIET_MS) - (uptime - inThisBoot(heldAt, uptime)),
  );
  return Math.max(0, ...left);
}

/** The latest instant of this boot at which something recorded at `at` can have happened. */
function inThisBoot(at: number, uptime: number): number {
  if (at <= uptime) return at;
  return at - uptime <= SKEW_MS ? uptime : 0;
}
