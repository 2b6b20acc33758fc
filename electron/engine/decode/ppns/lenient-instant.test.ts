import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lenientInstant } from './lenient-instant.ts';

const iso = (text: string): string | null => {
  const ms = lenientInstant(text);
  return ms === null ? null : new Date(ms).toISOString();
};

it.each([
  ['2026-11-22T09:40:11.160+0000', '2026-11-22T09:40:11.160Z'],
  ['2026-11-22T09:40:11.160Z', '2026-11-22T09:40:11.160Z'],
  ['2026-11-22T09:40:11Z', '2026-11-22T09:40:11.000Z'],
  ['2026-11-22t09:40:11z', '2026-11-22T09:40:11.000Z'],
  ['2026-11-22T09:40:11.160999999+0000', '2026-11-22T09:40:11.160Z'],
  ['2026-11-22T09:40:11.1', '2026-11-22T09:40:11.100Z'],
  ['2026-11-22T09:40:11.160+01:00', '2026-11-22T08:40:11.160Z'],
  ['2026-11-22T09:40:11-0530', '2026-11-22T15:10:11.000Z'],
  ['2026-11-22T09:40:11+01', '2026-11-22T08:40:11.000Z'],
  ['2026-11-22T09:40', '2026-11-22T09:40:00.000Z'],
  ['2026-11-22', '2026-11-22T00:00:00.000Z'],
  ['2026-11-22T24:00:00Z', '2026-11-23T00:00:00.000Z'],
  [' 2026-11-22 09:40:11 ', '2026-11-22T09:40:11.000Z'],
  ['2026-02-30T09:40:11Z', null],
  ['2026-13-01', null],
  ['2026-11-22T25:00:00Z', null],
  ['9999-12-31T23:59:59-0100', null],
  ['1969-12-31', null],
  ['1769075000000', null],
  ['yesterday', null],
  ['', null],
])('reads %j as %j', (text, expected) => {
  expect(iso(text)).toBe(expected);
});

it('reads back every instant in every form that HMRC has used', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const written = date.toISOString();
      const forms = [written, written.replace('Z', '+0000'), written.replace('Z', '000000+0000')];
      expect(forms.map(lenientInstant)).toEqual(forms.map(() => date.getTime()));
    }),
  );
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const ms = lenientInstant(text);
      expect(ms === null || Number.isFinite(ms)).toBe(true);
    }),
  );
});
