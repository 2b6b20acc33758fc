import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 40, 11);

it.each([
  ['120', 120_000],
  ['0', 0],
  [' 7 ', 7000],
  ['864000', 86_400_000],
  ['Sun, 22 Nov 2026 09:40:41 GMT', 30_000],
  ['Sunday, 22-Nov-26 09:40:41 GMT', 30_000],
  ['Sun Nov 22 09:40:41 2026', 30_000],
  ['Sun, 22 Nov 2026 09:40:01 GMT', 0],
  ['Tue, 24 Nov 2026 23:00:00 GMT', 86_400_000],
  ['Sun, 99 Nov 2026 09:40:41 GMT', null],
  ['soon 5', null],
  ['-5', null],
  ['1.5', null],
  ['1e9', null],
  ['', null],
  [undefined, null],
])('reads %j as %j ms', (header, expected) => {
  expect(parseRetryAfter(header, NOW)).toBe(expected);
});

it('is null or between nothing and a day, whatever the server sends', () => {
  const header = fc.oneof(
    fc.string(),
    fc.bigInt().map(String),
    fc.date().map((date) => date.toUTCString()),
  );
  fc.assert(
    fc.property(header, (text) => {
      const ms = parseRetryAfter(text, NOW);
      expect(ms === null || (ms >= 0 && ms <= 86_400_000)).toBe(true);
    }),
  );
});
