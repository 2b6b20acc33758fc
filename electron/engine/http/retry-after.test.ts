import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LONGEST_QUIET_MS, parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 40, 11);

it.each([
  ['120', 120_000],
  ['0', 0],
  [' 7 ', 7000],
  ['601', 600_000],
  ['864000', 600_000],
  ['99999999999', 600_000],
  ['9'.repeat(400), 600_000],
  ['Sun, 22 Nov 2026 09:40:41 GMT', 30_000],
  ['Sunday, 22-Nov-26 09:40:41 GMT', 30_000],
  ['Sun Nov 22 09:40:41 2026', 30_000],
  ['Sun, 22 Nov 2026 09:40:01 GMT', 0],
  ['Tue, 24 Nov 2026 23:00:00 GMT', 600_000],
  ['Fri, 31 Dec 9999 23:59:59 GMT', 600_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['Sun, 99 Nov 2026 09:40:41 GMT', null],
  ['soon 5', null],
  ['-5', null],
  ['1.5', null],
  ['1e9', null],
  ['', null],
])('reads %j as %j ms', (header, expected) => {
  expect(parseRetryAfter({ 'retry-after': header }, NOW)).toBe(expected);
});

it('asks for nothing where it is absent', () => {
  expect(parseRetryAfter({}, NOW)).toBe(null);
});

it.each([
  ['a year ahead', NOW + 365 * 86_400_000],
  ['a year behind', NOW - 365 * 86_400_000],
])('reads a date against the clock of the server where the one here is %s', (_, now) => {
  const headers = { 'retry-after': 'Sun, 22 Nov 2026 09:40:41 GMT', date: 'Sun, 22 Nov 2026 09:40:11 GMT' };
  expect(parseRetryAfter(headers, now)).toBe(30_000);
});

it('is null or between nothing and ten minutes, whatever the server sends', () => {
  const header = fc.oneof(
    fc.string(),
    fc.bigInt().map(String),
    fc.date().map((date) => date.toUTCString()),
  );
  fc.assert(
    fc.property(header, (text) => {
      const ms = parseRetryAfter({ 'retry-after': text, date: text }, NOW);
      expect(ms === null || (ms >= 0 && ms <= LONGEST_QUIET_MS)).toBe(true);
    }),
  );
});
