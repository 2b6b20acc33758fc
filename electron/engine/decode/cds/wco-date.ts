import type { Instant } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';

export interface WcoDate {
  readonly instant: Instant | null;
  /** Why there is no instant, with the text as it came; null where it was read, or is not there. */
  readonly problem: string | null;
  /** For a person: `2026-11-22 09:41 UTC`, the day alone where no time is given, or the text as it came. */
  readonly words: string | null;
}

/**
 * The DateTimeString inside `parent`'s element `name`. Format 304 is yyyyMMddHHmmss with `Z` or a
 * two-digit offset such as `+01`; format 102 is yyyyMMdd, read as midnight UTC. The shape of the text
 * decides: some messages give no formatCode, or another one.
 */
export function wcoDate(parent: XmlElement, name: string): WcoDate {
  const element = parent.child(name);
  const text = element?.text('DateTimeString') ?? element?.value ?? null;
  if (text === null) return NO_DATE;
  const instant = parseWcoDate(text);
  if (instant === null) {
    const raw = text.slice(0, 60);
    return { instant, problem: `${name} is not a date: ${raw}`, words: raw };
  }
  return {
    instant,
    problem: null,
    words: DAY.test(text.trim()) ? instant.slice(0, 10) : instantWords(instant),
  };
}

/**
 * A date until which something may still be done. A bare day lasts until it ends in the United Kingdom: whoever answers
 * in the course of it is not late.
 */
export function wcoLimit(parent: XmlElement, name: string): WcoDate {
  const date = wcoDate(parent, name);
  return date.instant === null || date.words === null || !BARE_DAY.test(date.words)
    ? date
    : { ...date, instant: endOfUkDay(date.words) };
}

/** An instant in words that need no zone of the reader's: `2026-11-22 09:41 UTC`. */
export const instantWords = (instant: Instant): string =>
  `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

const NO_DATE: WcoDate = { instant: null, problem: null, words: null };
const DAY = /^\d{8}$/;
const BARE_DAY = /^\d{4}-\d{2}-\d{2}$/;

function endOfUkDay(day: string): Instant {
  const summer = new Date(`${day}T22:59:59.000Z`);
  // In summer time that is the last second of the day; in winter an hour of it is left.
  return UK_HOUR.format(summer) === '23' ? summer.toISOString() : `${day}T23:59:59.000Z`;
}

const UK_HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Null for what is not a real date and time with its zone; a zone is never guessed. */
export function parseWcoDate(text: string): Instant | null {
  const parts = DATE.exec(text.trim());
  if (parts === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const ms = Date.parse(local);
  // The 30th of February is read as the 1st of March.
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== local) return null;
  return new Date(ms - offsetMs(zone)).toISOString();
}

/** Years 1000 to 2999: nothing near the ends of the calendar, where an offset would leave four digits. */
const DATE = /^([12]\d{3})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?))?$/;

function offsetMs(zone: string): number {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
