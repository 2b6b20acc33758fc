/** Writes an ISO instant as wall-clock time with its offset, such as `2026-11-22 09:40:11 +00:00`. */
export type LocalTime = (instant: string) => string;

/** Wall-clock time in an IANA time zone. Throws a RangeError for a zone that does not exist. */
export function localTimeIn(timeZone: string): LocalTime {
  const offsets = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  return (instant) => {
    const ms = Date.parse(instant);
    const offset = offsetOf(offsets.formatToParts(ms));
    const wall = new Date(ms + offset.ms).toISOString();
    return `${wall.slice(0, wall.lastIndexOf('.')).replace('T', ' ')} ${offset.text}`;
  };
}

/** The zone that this computer is set to. */
export const systemTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Intl writes `GMT`, `GMT+01:00` and, before zones were standardised, `GMT-00:01:15`. */
function offsetOf(parts: readonly Intl.DateTimeFormatPart[]): { ms: number; text: string } {
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes, seconds] = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
  if (sign === undefined) return { ms: 0, text: '+00:00' };
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
  return { ms: sign === '-' ? -size : size, text: name.slice('GMT'.length) };
}
