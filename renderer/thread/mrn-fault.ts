import { hasMrnShape, isValidMrn, mrnCheckDigit } from '../../shared/catalogue/mrn.ts';

/**
 * What is doubtful about an MRN, in a sentence; null where nothing is. Only CDS writes every MRN in the shape of the
 * UK, so that another shape is a fault for a declaration (`dms`) and none for a transit movement from abroad.
 */
export function mrnFault(mrn: string, kind: 'dms' | 'other'): string | null {
  if (isValidMrn(mrn)) return null;
  if (hasMrnShape(mrn)) {
    const digit = mrnCheckDigit(mrn.slice(0, -1));
    return `Wrong check digit: the characters before it give ${digit}. Compare it with your own records.`;
  }
  return kind === 'dms' ? 'Not the form of a UK MRN. Compare it with your own records.' : null;
}
