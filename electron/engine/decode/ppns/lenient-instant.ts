/**
 * A date as HMRC's systems have written it, as epoch milliseconds; null for anything else. Takes `Z`, `+0000`,
 * `+01:00`, `+01` or no offset (UTC), up to nine digits of a second or none, and a date alone (midnight UTC),
 * from 1970 to 9999.
 */
export function lenientInstant(text: string): number | null {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const [date = '', hour = '00', minute = '00', second = '00', fraction = '', sign, offHour, offMinute] =
    match.slice(1);
  const utc = Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  if (Number.isNaN(utc)) return null;
  // A day that its month lacks is rolled over by some engines and refused by others; no message has one.
  if (hour !== '24' && new Date(utc).getUTCDate() !== Number(date.slice(8))) return null;
  const offset = (Number(offHour ?? 0) * 60 + Number(offMinute ?? 0)) * 60_000;
  const ms = sign === '-' ? utc + offset : utc - offset;
  return ms >= 0 && ms <= LATEST ? ms : null;
}

/** The last instant whose year has four digits; nothing here is older than 1970. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const PATTERN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{0,9}))?)?(?:Z|([+-])(\d{2})(?::?(\d{2}))?)?)?$/i;
