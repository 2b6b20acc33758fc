/**
 * An instant as HMRC's list call takes it in `fromDate` and `toDate`: a date, then optionally a time with
 * seconds, a fraction, an offset without a colon, a `Z`. Epoch milliseconds, null where it is refused.
 */
export function inputInstant(text: string): number | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second, fraction, sign, offsetHour, offsetMinute] = match.slice(1);
  const time = [hour, minute, second].map((part) => Number(part ?? 0));
  const [h = 0, m = 0, s = 0] = time;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const isMidnightAfter = h === 24 && m === 0 && s === 0;
  if ((h > 23 && !isMidnightAfter) || m > 59 || s > 59) return null;
  // A day that its month does not have is moved back to the last one that it has.
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const millis = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const utc = Date.UTC(Number(year), Number(month) - 1, Math.min(Number(day), lastDay), h, m, s, millis);
  const offset = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * 60_000;
  return sign === '-' ? utc + offset : utc - offset;
}

const PATTERN =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{0,9}))?(?:([+-])(\d{2})(\d{2})?)?z?)?$/i;
