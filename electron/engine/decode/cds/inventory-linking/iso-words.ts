import { instantWords } from '../wco-date.ts';

/**
 * An XML date and time for a person: `2026-11-22 09:41 UTC`. A time without a zone stays without one, because
 * nobody may guess it; what is no date stays as it came.
 */
export function isoWords(text: string | null): string | null {
  if (text === null) return null;
  const [, day, time, zone] = ISO.exec(text) ?? [];
  if (day === undefined || time === undefined) return text.slice(0, 60);
  if (zone === undefined) return `${day} ${time}`;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? text.slice(0, 60) : instantWords(new Date(ms).toISOString());
}

const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;
