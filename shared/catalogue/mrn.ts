/**
 * Whether `text` has the shape of a UK MRN: a two-digit year, GB, thirteen capital letters or digits and a
 * check digit.
 */
export const hasMrnShape = (text: string): boolean => MRN.test(text);

/** Whether `text` has an MRN's shape and its last character is the check digit of the rest. */
export const isValidMrn = (text: string): boolean =>
  hasMrnShape(text) && text.endsWith(String(mrnCheckDigit(text.slice(0, -1))));

/** `wrong` is shown and never refused: the sender may have it from elsewhere. Null where there is no MRN to check. */
export type MrnCheck = 'valid' | 'wrong' | null;

/** Whether an MRN's check digit is right; null without an MRN, and for what has not the shape of one. */
export function mrnCheck(mrn: string | null): MrnCheck {
  if (mrn === null || !hasMrnShape(mrn)) return null;
  return isValidMrn(mrn) ? 'valid' : 'wrong';
}

/**
 * The check digit of an MRN's first 17 characters, 0 to 9, as ISO 6346 computes it for containers: each
 * character's value times 2 to the power of its place, summed, modulo 11, modulo 10.
 */
export function mrnCheckDigit(first17: string): number {
  const sum = Array.from(first17).reduce(
    (total, character, place) => total + valueOf(character) * 2 ** place,
    0,
  );
  return (sum % 11) % 10;
}

const MRN = /^\d{2}GB[0-9A-Z]{13}\d$/;

/** Digits stand for themselves; letters go on from A = 10 and leave out 11, 22 and 33. */
function valueOf(character: string): number {
  const value = Number.parseInt(character, 36);
  return value < 10 ? value : value + Math.floor((value - 1) / 10);
}
