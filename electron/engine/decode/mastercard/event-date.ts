/**
 * When something happened that the network dates by month and day alone (`MMDD` and `HHmmss`, UTC): in the year that
 * brings it nearest to when the notification was made. So an event of 31 December that is told of on 1 January is
 * not moved a year on. Epoch milliseconds; null where it is no date or nothing says the year.
 */
export function eventDate(monthDay: string | null, time: string | null, near: number | null): number | null {
  const [, month = '', day = ''] = /^(\d{2})(\d{2})$/.exec(monthDay ?? '') ?? [];
  const [, hour = '', minute = '', second = ''] = /^(\d{2})(\d{2})(\d{2})$/.exec(time ?? '000000') ?? [];
  if (month === '' || hour === '' || near === null) return null;
  const year = new Date(near).getUTCFullYear();
  const moments = [year - 1, year, year + 1].flatMap((candidate) => {
    const moment = Date.parse(
      `${String(candidate).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`,
    );
    // 29 February comes every fourth year, and some engines roll it over to March in the others.
    const isThatDay = !Number.isNaN(moment) && new Date(moment).getUTCDate() === Number(day);
    return isThatDay ? [moment] : [];
  });
  return moments.reduce<number | null>(
    (best, moment) => (best === null || Math.abs(moment - near) < Math.abs(best - near) ? moment : best),
    null,
  );
}

/** `2026-12-31 23:59:50 UTC`, or without the time; what was sent where the year cannot be told. */
export function eventDateInWords(
  monthDay: string | null,
  time: string | null,
  near: number | null,
  zone: 'UTC' | 'local time',
): string | null {
  if (monthDay === null) return null;
  const moment = eventDate(monthDay, time, near);
  if (moment === null) return [monthDay, time].filter((part) => part !== null).join(' ');
  const text = new Date(moment).toISOString();
  return time === null ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)} ${zone}`;
}
