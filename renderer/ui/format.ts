import type { Instant } from '../../shared/notification.ts';

/** How instants, spans and amounts read on screen: local time, English words, 24 hours. */

const LOCALE = 'en-GB';
const clockFormat = new Intl.DateTimeFormat(LOCALE, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const minuteFormat = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const yearFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const fullFormat = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});
const dayTimeFormat = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const stampFormat = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const countFormat = new Intl.NumberFormat(LOCALE);

/** `09:41:07`. */
export const clockTime = (at: Instant): string => clockFormat.format(new Date(at));

/** `09:41` today, `20 Nov 17:02` this year, `20 Nov 2025` before. */
export function shortTime(at: Instant, now: number): string {
  const date = new Date(at);
  const today = new Date(now);
  if (date.getFullYear() !== today.getFullYear()) return yearFormat.format(date);
  const minutes = minuteFormat.format(date);
  return dayFormat.format(date) === dayFormat.format(today)
    ? minutes
    : `${dayFormat.format(date)} ${minutes}`;
}

/** Like `shortTime`, with seconds for today: when something was checked. */
export function momentOf(at: Instant, now: number): string {
  const short = shortTime(at, now);
  return short.length === 'hh:mm'.length ? clockTime(at) : short;
}

/** `Sun, 22 Nov 2026, 09:40:11 GMT`. */
export const fullTime = (at: Instant): string => fullFormat.format(new Date(at));

/** `Sun 22 Nov 09:40:11`; another year is given in full. */
export function dayTime(at: Instant, now: number): string {
  const date = new Date(at);
  if (date.getFullYear() !== new Date(now).getFullYear()) return fullTime(at);
  return dayTimeFormat.format(date).replaceAll(',', '');
}

/** `22 Nov 2026 09:40:11`: clear on paper, where nothing says what day it is. */
export const stamp = (at: Instant): string => stampFormat.format(new Date(at)).replace(',', '');

/** `3 Mar 2027`. */
export const dateOf = (at: Instant): string => yearFormat.format(new Date(at));

/** Whole seconds until then, rounded up; 0 once it has passed. */
export const secondsUntil = (at: Instant, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(at) - now) / 1000));

/** `7 s`, `4 min`, `4 h 29 min`, `3 days`: the two largest units at most, for spans of zero or more. */
export function span(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}

/** `12,904`. */
export const count = (value: number): string => countFormat.format(value);

/** `£1,240.00` for pounds, `1,240.00 EUR` for others: the digits exactly as they are, in groups of three. */
export function money(amount: string, currency: string | null): string {
  const [whole = '', ...rest] = amount.split('.');
  const digits = [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
  if (currency === 'GBP') return digits.startsWith('-') ? `-£${digits.slice(1)}` : `£${digits}`;
  return currency === null ? digits : `${digits} ${currency}`;
}

/** `1,000+` where counting stopped early. */
export const cappedCount = (total: number, capped: boolean): string => `${count(total)}${capped ? '+' : ''}`;

/** `1 row`, `2 rows`. */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** `3.1 KB`. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${units[unit] ?? ''}`;
}

/** The first `limit` characters with an ellipsis: a title of a megabyte must not reach the layout. */
export const clipped = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit)}…`;
