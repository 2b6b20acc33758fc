import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventDate, eventDateInWords } from './event-date.ts';

const near = Date.parse('2027-01-01T00:00:05.000Z');

describe('a date without a year', () => {
  it('is in the year that brings it nearest to the notification', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2001-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: -150, max: 150 }),
        (moment, days) => {
          const at = Math.floor(moment.getTime() / 1000) * 1000;
          const [date = '', time = ''] = new Date(at)
            .toISOString()
            .slice(5, 19)
            .replace(/[-:]/g, '')
            .split('T');
          expect(eventDate(date, time, at + days * 86_400_000)).toBe(at);
        },
      ),
    );
  });

  it.each([
    ['1231', '235950', near, '2026-12-31 23:59:50 UTC'],
    ['0101', null, near, '2027-01-01'],
    ['0229', '120000', Date.parse('2028-06-01'), '2028-02-29 12:00:00 UTC'],
    ['1303', '101611', near, '1303 101611'],
    ['1103', null, null, '1103'],
    [null, '101611', near, null],
  ])('%s %s is shown as it can be', (date, time, at, expected) => {
    expect(eventDateInWords(date, time, at, 'UTC')).toBe(expected);
  });
});
