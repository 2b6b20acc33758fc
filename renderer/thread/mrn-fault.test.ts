import { describe, expect, it } from 'vitest';
import { mrnFault } from './mrn-fault.ts';

describe('what is doubtful about an MRN', () => {
  it('is nothing where its check digit is right', () => {
    expect(mrnFault('26GB5QUAYS1DE006R2', 'dms')).toBeNull();
  });

  it('is the check digit, with the one that would be right', () => {
    expect(mrnFault('26GB5QUAYS1DE006R5', 'dms')).toBe(
      'Wrong check digit: the characters before it give 2. Compare it with your own records.',
    );
  });

  it('is the check digit in any country’s declaration, and nothing for a movement from abroad', () => {
    expect((['dms', 'other'] as const).map((bearer) => mrnFault('26FR5QUAYS1DE006R9', bearer))).toEqual([
      'Wrong check digit: the characters before it give 2. Compare it with your own records.',
      null,
    ]);
  });

  it.each(['26GB12', '26gb5quays1de006r2', '26GB5QUAYS1DE006R22'])('is the form of %s', (mrn) => {
    expect((['dms', 'other'] as const).map((bearer) => mrnFault(mrn, bearer))).toEqual([
      'Not the form of an MRN. Compare it with your own records.',
      null,
    ]);
  });
});
