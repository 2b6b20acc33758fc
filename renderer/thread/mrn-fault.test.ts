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

  it('is its form for a declaration, and not for a movement from abroad', () => {
    expect(['dms', 'other'].map((kind) => mrnFault('26FR5QUAYS1DE006R2', kind as 'dms'))).toEqual([
      'Not the form of a UK MRN. Compare it with your own records.',
      null,
    ]);
  });
});
