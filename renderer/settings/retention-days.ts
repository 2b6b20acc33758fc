/** The longest that the settings take. */
const MOST_DAYS = 365;

/** What was typed, as days or as not known; else what is wrong with it. */
export function daysTyped(
  text: string,
):
  | { readonly days: number | null; readonly error: null }
  | { readonly days: undefined; readonly error: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { days: null, error: null };
  const days = /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : NaN;
  if (days >= 1 && days <= MOST_DAYS) return { days, error: null };
  return { days: undefined, error: `Give whole days from 1 to ${MOST_DAYS}, or leave it empty.` };
}

/** As the field shows it. */
export const daysText = (days: number | null): string => (days === null ? '' : String(days));
