import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValidMrn, mrnCheck, mrnCheckDigit } from './mrn.ts';

/** Each character at the place of its value: 11, 22 and 33 belong to none. */
const BY_VALUE = '0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ';

const body = fc
  .tuple(
    fc.integer({ min: 10, max: 99 }),
    fc.string({
      unit: fc.constantFrom(...Array.from(BY_VALUE.replaceAll('?', ''))),
      minLength: 13,
      maxLength: 13,
    }),
  )
  .map(([year, rest]) => `${year}GB${rest}`);

describe('an MRN’s check digit', () => {
  it('is the sum of value times 2 to the power of the place, modulo 11, modulo 10', () => {
    fc.assert(
      fc.property(body, (first17) => {
        let sum = 0n;
        for (let place = 16; place >= 0; place -= 1) {
          sum = sum * 2n + BigInt(BY_VALUE.indexOf(first17.charAt(place)));
        }
        expect(mrnCheckDigit(first17)).toBe(Number((sum % 11n) % 10n));
      }),
    );
  });

  it('tells a right MRN from one with a wrong digit', () => {
    // 2 + 12 + 68 + 96 + 16 + 64 + 192 = 450 = 40 * 11 + 10, and 10 is written 0.
    expect(['26GB12300000000000', '26GB12300000000001'].map((mrn) => isValidMrn(mrn, 'other'))).toEqual([
      true,
      false,
    ]);
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 9 }), (first17, digit) => {
        expect(isValidMrn(`${first17}${digit}`, 'other')).toBe(digit === mrnCheckDigit(first17));
      }),
    );
  });

  it('is the same rule in every country', () => {
    for (const country of ['XI', 'DE']) {
      const first17 = `26${country}1230000000000`;
      const right = mrnCheckDigit(first17);
      const mrns = [`${first17}${right}`, `${first17}${(right + 1) % 10}`];
      expect(mrns.map((mrn) => [mrnCheck(mrn, 'dms'), mrnCheck(mrn, 'other')])).toEqual([
        ['valid', null],
        ['wrong', null],
      ]);
    }
  });

  it.each([
    ['26GB12300000000000', 'valid', 'valid'],
    ['26GB12300000000001', 'wrong', 'wrong'],
    ['26GB12', 'wrong', null],
    ['26gb12300000000000', 'wrong', null],
    ['26GB1230000000000', 'wrong', null],
    ['26GB1230000000000X', 'wrong', null],
    ['QS-2611-0042', 'wrong', null],
    [null, null, null],
  ])('of %s is %s as a declaration’s and %s elsewhere', (mrn, asDeclaration, elsewhere) => {
    expect([mrnCheck(mrn, 'dms'), mrnCheck(mrn, 'other')]).toEqual([asDeclaration, elsewhere]);
  });
});
