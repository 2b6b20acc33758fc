import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTimeIn } from './local-time.ts';

describe('local time', () => {
  it.each([
    ['Europe/London', '2026-11-22T09:40:11.000Z', '2026-11-22 09:40:11 +00:00'],
    ['Europe/London', '2026-07-01T23:30:00.999Z', '2026-07-02 00:30:00 +01:00'],
    ['America/St_Johns', '2026-01-01T00:00:00.000Z', '2025-12-31 20:30:00 -03:30'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00.000Z', '2026-01-01 05:45:00 +05:45'],
    ['UTC', '2026-02-28T23:59:59.000Z', '2026-02-28 23:59:59 +00:00'],
    ['Europe/London', '1800-01-01T00:00:00.000Z', '1799-12-31 23:58:45 -00:01:15'],
  ])('in %s, %s is %s', (zone, instant, expected) => {
    expect(localTimeIn(zone)(instant)).toBe(expected);
  });

  it('tells the two readings of the hour that summer time ends with apart', () => {
    const london = localTimeIn('Europe/London');
    expect([london('2026-10-25T00:30:00.000Z'), london('2026-10-25T01:30:00.000Z')]).toEqual([
      '2026-10-25 01:30:00 +01:00',
      '2026-10-25 01:30:00 +00:00',
    ]);
  });

  it('reads back to the same second, whatever the zone', () => {
    const zones = fc.constantFrom('Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/New_York');
    const dates = fc.date({ min: new Date('1985-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, dates, (zone, date) => {
        const [day, time, offset] = localTimeIn(zone)(date.toISOString()).split(' ');
        const read = Date.parse(`${day ?? ''}T${time ?? ''}${offset ?? ''}`);
        expect(read).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });
});
