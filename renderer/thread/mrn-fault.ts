import { hasMrnShape, isValidMrn, mrnCheckDigit, type MrnBearer } from '../../shared/catalogue/mrn.ts';

/**
 * What is doubtful about an MRN, in a sentence; null where nothing is. Another shape is a fault in what stands as a
 * declaration's MRN, and none in the reference of a transit movement from abroad.
 */
export function mrnFault(mrn: string, bearer: MrnBearer): string | null {
  if (isValidMrn(mrn, bearer)) return null;
  if (hasMrnShape(mrn, bearer)) {
    const digit = mrnCheckDigit(mrn.slice(0, -1));
    return `Wrong check digit: the characters before it give ${digit}. Compare it with your own records.`;
  }
  return bearer === 'dms' ? 'Not the form of an MRN. Compare it with your own records.' : null;
}
