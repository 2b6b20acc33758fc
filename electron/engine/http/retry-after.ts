/**
 * The longest that a server is left alone because it asks. One that asks for longer is asked again then, and its answer
 * says whether it still means it: a slip in one header must not silence a client id for days.
 */
export const LONGEST_QUIET_MS = 10 * 60_000;

/**
 * `Retry-After` (RFC 9110, 10.2.3) as milliseconds from now on: whole seconds or an HTTP date, at most
 * `LONGEST_QUIET_MS`, 0 for a date that has passed. Null where the header is absent or says nothing that can be used.
 * A date is read against the server's own `Date`, so that a clock that is wrong here neither shortens nor stretches it;
 * against `now` (epoch ms) where the server gives none.
 */
export function parseRetryAfter(headers: Readonly<Record<string, string>>, now: number): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  const ms = SECONDS.test(text) ? Number(text) * 1000 : httpDate(text) - serverNow(headers, now);
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_QUIET_MS);
}

function serverNow(headers: Readonly<Record<string, string>>, now: number): number {
  const date = httpDate(headers['date']?.trim() ?? '');
  return Number.isNaN(date) ? now : date;
}

const SECONDS = /^\d+$/;

/** The three forms that a recipient must accept (RFC 9110, 5.6.7); the engine's own date parser takes far more. */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC_850 = /^[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

function httpDate(text: string): number {
  if (IMF_FIXDATE.test(text) || RFC_850.test(text)) return Date.parse(text);
  return ASCTIME.test(text) ? Date.parse(`${text} GMT`) : NaN;
}
