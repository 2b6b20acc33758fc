/** A limit as a person gives it: `4 hours`. */
export type LimitUnit = 'minutes' | 'hours' | 'days';

export interface LimitParts {
  readonly amount: number;
  readonly unit: LimitUnit;
}

export const MINUTES_IN = { minutes: 1, hours: 60, days: 1440 } as const satisfies Record<LimitUnit, number>;

/** A year, which is the most that the settings take. */
const LONGEST_MINUTES = 525_600;

/** The minutes in the largest unit that tells them exactly, but never one day as 24 hours less than it is. */
export function limitParts(minutes: number): LimitParts {
  const unit = (['days', 'hours'] as const).find((one) => minutes % MINUTES_IN[one] === 0) ?? 'minutes';
  return { amount: minutes / MINUTES_IN[unit], unit };
}

/** What was typed, as minutes; else what is wrong with it. */
export function limitMinutes(
  text: string,
  unit: LimitUnit,
): { readonly minutes: number; readonly error: null } | { readonly minutes: null; readonly error: string } {
  const most = Math.floor(LONGEST_MINUTES / MINUTES_IN[unit]);
  const amount = /^\d{1,6}$/.test(text.trim()) ? Number(text) : NaN;
  if (amount >= 1 && amount <= most) return { minutes: amount * MINUTES_IN[unit], error: null };
  return { minutes: null, error: `Give whole ${unit} from 1 to ${most.toLocaleString('en-GB')}.` };
}
