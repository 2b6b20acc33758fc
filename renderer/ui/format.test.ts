import { describe, expect, it } from 'vitest';
import {
  byteSize,
  cappedCount,
  clipped,
  dayTime,
  momentOf,
  money,
  plural,
  secondsUntil,
  shortTime,
  span,
  stamp,
} from './format.ts';

const local = (text: string) => new Date(text).toISOString();
const now = Date.parse(local('2026-11-22T09:41:07'));

describe('times', () => {
  it('shows the time alone for today, the day for this year, the year before that', () => {
    const times = ['2026-11-22T00:00:09', '2026-11-20T17:02:00', '2025-11-22T09:41:07'].map(local);
    expect(times.map((at) => shortTime(at, now))).toEqual(['00:00', '20 Nov 17:02', '22 Nov 2025']);
  });

  it('adds seconds to a moment of today', () => {
    const times = ['2026-11-22T09:41:07', '2026-11-20T17:02:09'].map(local);
    expect(times.map((at) => momentOf(at, now))).toEqual(['09:41:07', '20 Nov 17:02']);
  });

  it('names the day of the week where the whole moment is shown', () => {
    expect(dayTime(local('2026-11-20T17:02:09'), now)).toBe('Fri 20 Nov 17:02:09');
  });

  it('counts seconds up to the whole and never below zero', () => {
    const times = ['2026-11-22T09:41:14.001', '2026-11-22T09:41:08', '2026-11-22T09:00:00'].map(local);
    expect(times.map((at) => secondsUntil(at, now))).toEqual([8, 1, 0]);
  });

  it('names a span by its two largest units', () => {
    const minute = 60_000;
    const spans = [0, 1, 59_000, minute, 59 * minute, 269 * minute, 120 * minute, 72 * 60 * minute];
    expect(spans.map(span)).toEqual(['0 s', '1 s', '59 s', '1 min', '59 min', '4 h 29 min', '2 h', '3 days']);
  });
});

describe('amounts', () => {
  it('groups digits, marks a capped count and agrees in number', () => {
    expect([cappedCount(12904, false), cappedCount(1000, true), plural(1, 'row'), plural(2, 'row')]).toEqual([
      '12,904',
      '1,000+',
      '1 row',
      '2 rows',
    ]);
  });

  it('names a size by the unit that keeps it short', () => {
    expect([0, 999, 3100, 41_000_000, 999_950_000].map(byteSize)).toEqual([
      '0 bytes',
      '999 bytes',
      '3.1 KB',
      '41 MB',
      '1.0 GB',
    ]);
  });

  it('cuts only what is too long', () => {
    expect([clipped('abc', 3), clipped('abcd', 3)]).toEqual(['abc', 'abc…']);
  });
});

describe('on paper', () => {
  it('has the day, the year and the second', () => {
    expect(stamp(local('2026-11-20T17:02:09'))).toBe('20 Nov 2026 17:02:09');
  });

  it('writes amounts exactly, with the sign of the pound and groups of three', () => {
    const amounts = [
      ['1240.00', 'GBP'],
      ['-1234567.5', 'GBP'],
      ['999', 'EUR'],
      ['12345678901234567890.123', null],
      ['not a number', 'GBP'],
    ] as const;
    expect(amounts.map(([amount, currency]) => money(amount, currency))).toEqual([
      '£1,240.00',
      '-£1,234,567.5',
      '999 EUR',
      '12,345,678,901,234,567,890.123',
      '£not a number',
    ]);
  });
});
