import type { AccountGap } from '../../../shared/status.ts';
import type { Gap } from '../store/store.ts';
import { toInstant } from '../time/clock.ts';

/** The gaps of one account as a person reads them: what overlaps or touches is one stretch; newest first. */
export function shownGaps(gaps: readonly Gap[], account: string): AccountGap[] {
  const merged: { from: number; to: number; whys: Set<string> }[] = [];
  const own = gaps.filter((gap) => gap.account === account);
  for (const { from, to, why } of own.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last === undefined || from > last.to) {
      merged.push({ from, to, whys: new Set([why]) });
    } else {
      last.to = Math.max(last.to, to);
      last.whys.add(why);
    }
  }
  return merged
    .map(({ from, to, whys }) => ({ from: toInstant(from), to: toInstant(to), why: [...whys].join(' ') }))
    .reverse();
}
