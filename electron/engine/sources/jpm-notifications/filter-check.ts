import { addDays, type Day } from './day.ts';
import type { WalkedDay } from './walk-day.ts';

/** Whether the service looks at the filters that it is sent, told from what comes back. */
export interface FilterCheck {
  walked(day: WalkedDay): void;
  /** The present days were walked, `today` the middle one. */
  sweepEnded(today: Day): void;
  ignored(): { readonly days: boolean; readonly status: boolean };
}

/**
 * The same notifications under every status, or the same one both yesterday and tomorrow, twice in a row: once may
 * be a message that moved while it was asked for.
 */
export function createFilterCheck(): FilterCheck {
  let sameStatus = 0;
  let sameDays = 0;
  let present = new Map<Day, WalkedDay>();

  return {
    walked(day) {
      present.set(day.day, day);
      if (day.found.size > 0) sameStatus = day.isStatusIgnored ? sameStatus + 1 : 0;
    },
    sweepEnded(today) {
      const yesterday = present.get(addDays(today, -1))?.found ?? new Map<string, unknown>();
      const tomorrow = present.get(addDays(today, 1))?.found ?? new Map<string, unknown>();
      const isSame = [...tomorrow.keys()].some((id) => yesterday.has(id));
      if (isSame) sameDays += 1;
      else if (yesterday.size > 0) sameDays = 0;
      present = new Map();
    },
    ignored: () => ({ days: sameDays >= ENOUGH, status: sameStatus >= ENOUGH }),
  };
}

const ENOUGH = 2;
