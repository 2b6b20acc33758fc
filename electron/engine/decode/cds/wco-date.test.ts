import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dated, elementOf } from './response.fixture.ts';
import { parseWcoDate, wcoDate, wcoLimit } from './wco-date.ts';

describe('WCO dates', () => {
  it.each([
    ['20261122094011Z', '2026-11-22T09:40:11.000Z'],
    ['20260622104011+01', '2026-06-22T09:40:11.000Z'],
    ['20260101003000+01', '2025-12-31T23:30:00.000Z'],
    ['20260622104011-05', '2026-06-22T15:40:11.000Z'],
    ['20260622104011+0530', '2026-06-22T05:10:11.000Z'],
    ['20260622104011+05:30', '2026-06-22T05:10:11.000Z'],
    ['20240229000000Z', '2024-02-29T00:00:00.000Z'],
    ['20261122', '2026-11-22T00:00:00.000Z'],
    [' 20261122094011Z ', '2026-11-22T09:40:11.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseWcoDate(text)).toBe(instant);
  });

  it.each([
    ['no zone, which nobody may guess', '20261122094011'],
    ['a day that is not in the month', '20260230094011Z'],
    ['an hour that is not in the day', '20261122244011Z'],
    ['an offset that no place has', '20261122094011+15'],
    ['words', 'Wed Nov 13 00:00:00 UTC 2019'],
    ['ISO 8601', '2026-11-22T09:40:11Z'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(parseWcoDate(text)).toBeNull();
  });

  it('gives the same instant for every offset it is written with', () => {
    const instant = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2999-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.integer({ min: -14, max: 14 }), (date, hours) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        const local = new Date(seconds + hours * 3_600_000).toISOString().replace(/[-:T]|\.000Z/g, '');
        const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}`;
        expect(parseWcoDate(local + zone)).toBe(new Date(seconds).toISOString());
      }),
    );
  });

  it('is put in words as finely as it was given, and as it came where it is no date', () => {
    const words = (text: string) => wcoDate(elementOf(`<A>${dated('At', text)}</A>`), 'At').words;
    expect(['20261122104159+01', '20261122', 'tomorrow'].map(words)).toEqual([
      '2026-11-22 09:41 UTC',
      '2026-11-22',
      'tomorrow',
    ]);
    expect(wcoDate(elementOf('<A/>'), 'At')).toEqual({ instant: null, problem: null, words: null });
  });

  it.each([
    ['20261122', '2026-11-22T23:59:59.000Z'],
    ['20260701', '2026-07-01T22:59:59.000Z'],
    // Before and on the days on which the clocks change.
    ['20260328', '2026-03-28T23:59:59.000Z'],
    ['20260329', '2026-03-29T22:59:59.000Z'],
    ['20261024', '2026-10-24T22:59:59.000Z'],
    ['20261025', '2026-10-25T23:59:59.000Z'],
  ])('as a limit without a time last until the day ends in the United Kingdom: %s', (text, instant) => {
    const { instant: day, words } = wcoLimit(elementOf(`<A>${dated('At', text)}</A>`), 'At');
    expect([day, words?.replaceAll('-', '')]).toEqual([instant, text]);
  });

  it('as a limit with a time, or as no date, are what they are elsewhere', () => {
    const both = ['20261122104159+01', '20261122000000Z', 'tomorrow'].map((text) => {
      const parent = elementOf(`<A>${dated('At', text)}</A>`);
      return [wcoLimit(parent, 'At'), wcoDate(parent, 'At')];
    });
    expect(both.map(([limit]) => limit)).toEqual(both.map(([, date]) => date));
    expect(both.map(([limit]) => limit?.instant)).toEqual([
      '2026-11-22T09:41:59.000Z',
      '2026-11-22T00:00:00.000Z',
      null,
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6,16}[Z+-]?\d{0,4}$/), (text) => {
        const instant = parseWcoDate(text);
        const limit = wcoLimit(elementOf(`<A>${dated('At', text)}</A>`), 'At').instant;
        expect([instant, limit].every((each) => each === null || !Number.isNaN(Date.parse(each)))).toBe(true);
      }),
    );
  });
});
