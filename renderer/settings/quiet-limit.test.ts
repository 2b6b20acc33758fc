import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietMinutesSchema } from '../../shared/quiet.ts';
import { limitMinutes, limitParts } from './quiet-limit.ts';

describe('a limit of silence', () => {
  it('is shown in the largest unit that tells it exactly', () => {
    expect([15, 60, 90, 240, 1440, 1500, 10_080].map(limitParts)).toEqual([
      { amount: 15, unit: 'minutes' },
      { amount: 1, unit: 'hours' },
      { amount: 90, unit: 'minutes' },
      { amount: 4, unit: 'hours' },
      { amount: 1, unit: 'days' },
      { amount: 25, unit: 'hours' },
      { amount: 7, unit: 'days' },
    ]);
  });

  it('comes back as it went out, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 525_600 }), (minutes) => {
        const { amount, unit } = limitParts(minutes);
        expect(limitMinutes(String(amount), unit)).toEqual({ minutes, error: null });
      }),
    );
  });

  it('is refused in words where it is no whole number, nothing, or more than a year', () => {
    expect(
      ['', '0', '1.5', '-3', '9e3', '366', 'soon'].map((text) => limitMinutes(text, 'days').error),
    ).toEqual(Array(7).fill('Give whole days from 1 to 365.'));
  });

  it('is never more than the settings take', () => {
    const most = [
      limitMinutes('525600', 'minutes'),
      limitMinutes('8760', 'hours'),
      limitMinutes('365', 'days'),
    ];
    expect(
      most.map(({ minutes }) => quietMinutesSchema.safeParse({ registration: minutes }).success),
    ).toEqual([true, true, true]);
  });
});
