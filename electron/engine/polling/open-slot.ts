import type { SlotRecord } from '../store/slot-ledger.ts';
import type { LimitRule } from './limit-rule.ts';
import { isSettled } from './margins.ts';
import type { Pace } from './pace.ts';
import { restarted, seenBy, settled } from './slot.ts';

/** The right to start one call, now. */
export interface Slot {
  /** `Clock.uptime()` of the stamp. */
  readonly startedAt: number;
  /**
   * Tells when the server answered (`Clock.uptime()`), which frees the allowance for a call that is still under way.
   * Only for a call that was answered: one that was given up may reach the server yet.
   */
  settle(answeredAt: number): void;
  /**
   * There is no answer as of now, or none is waited for any more: the server may see the call as late as this, so the
   * slot counts from here on.
   */
  unanswered(): void;
}

/** The record of a key from those that the ledger holds of it; null leaves it as it is. */
export type Becomes = (records: readonly SlotRecord[], uptime: number, rule: LimitRule) => SlotRecord | null;

export interface SlotOptions {
  readonly rules: readonly LimitRule[];
  readonly startedAt: number;
  readonly paceOf: (key: string) => Pace;
  /** Writes what becomes of each key to the ledger. */
  readonly change: (rules: readonly LimitRule[], becomes: Becomes) => void;
}

/** The slot of a call that was stamped at `startedAt`. */
export function openSlot({ rules, startedAt, paceOf, change }: SlotOptions): Slot {
  const guarded = rules.filter((rule) => isSettled(rule.spacingMs));
  let isOpen = guarded.length > 0;
  /** The stamp that stands for this call in the ledger. */
  let stamp = startedAt;
  return {
    startedAt,
    settle: (answeredAt) => {
      if (!isOpen) return;
      isOpen = false;
      change(guarded, (records, uptime, { key }) => {
        const pace = paceOf(key);
        const seen = seenBy(startedAt, answeredAt, pace.savedMs(), pace.usualMs());
        pace.answered(answeredAt - startedAt, seen.savedMs);
        return settled(records, stamp, seen.at, uptime);
      });
    },
    unanswered: () => {
      if (!isOpen) return;
      const before = stamp;
      change(guarded, (records, uptime, { key, spacingMs }) => {
        stamp = uptime;
        return restarted(records, before, uptime, paceOf(key).savedMs(), spacingMs);
      });
    },
  };
}
