/** A server that asks for longer is asked again after a day: its answer then says whether it still means it. */
const LONGEST_MS = 86_400_000;

/**
 * `Retry-After` (RFC 9110, 10.2.3) as milliseconds from `now` (epoch ms): whole seconds or an HTTP date, at most a
 * day, 0 for a date that has passed. Null where the header is absent or says nothing that can be used.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  const ms = SECONDS.test(text) ? Number(text) * 1000 : httpDate(text) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_MS);
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
