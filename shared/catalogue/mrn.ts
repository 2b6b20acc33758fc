/** What a message speaks of: a declaration (`dms`), or something that may only mention one, such as a transit. */
export type MrnBearer = 'dms' | 'other';

/**
 * Whether `text` has the shape of an MRN: a two-digit year, a country, thirteen capital letters or digits and a check
 * digit. A declaration may have been made in any country; elsewhere only what has GB is known to keep to the shape.
 */
export const hasMrnShape = (text: string, bearer: MrnBearer): boolean =>
  (bearer === 'dms' ? MRN : UK_MRN).test(text);

/** Whether `text` has an MRN's shape and its last character is the check digit of the rest. */
export const isValidMrn = (text: string, bearer: MrnBearer): boolean =>
  hasMrnShape(text, bearer) && text.endsWith(String(mrnCheckDigit(text.slice(0, -1))));

/** `wrong` is shown and never refused: the sender may have it from elsewhere. Null where there is nothing to check. */
export type MrnCheck = 'valid' | 'wrong' | null;

/**
 * Whether an MRN is right; null without one. What stands in a declaration as its MRN is wrong if it has not the shape
 * of one; elsewhere such a text may be another kind of reference, and is not checked.
 */
export function mrnCheck(mrn: string | null, bearer: MrnBearer): MrnCheck {
  if (mrn === null || (bearer === 'other' && !hasMrnShape(mrn, bearer))) return null;
  return isValidMrn(mrn, bearer) ? 'valid' : 'wrong';
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

/**
 * A reference as it is compared: an MRN or an ARC is the same however it is spelt, anything else is what it is. Some
 * senders write lower case.
 */
export const sameReference = (value: string): string =>
  MRN_OR_ARC.test(value) ? value.toUpperCase() : value;

const MRN_OR_ARC = /^\d{2}[A-Z]{2}[0-9A-Z]{13}(?:[0-9A-Z]{3})?\d$/i;

const MRN = /^\d{2}[A-Z]{2}[0-9A-Z]{13}\d$/;
const UK_MRN = /^\d{2}GB[0-9A-Z]{13}\d$/;

/** Digits stand for themselves; letters go on from A = 10 and leave out 11, 22 and 33. */
function valueOf(character: string): number {
  const value = Number.parseInt(character, 36);
  return value < 10 ? value : value + Math.floor((value - 1) / 10);
}
