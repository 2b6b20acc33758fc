import fc from 'fast-check';
import { passesLuhn } from './luhn.ts';

/** Digits of which the last makes them pass the check digit. */
export function withCheckDigit(digits: string): string {
  const found = Array.from({ length: 10 }, (_, digit) => String(digit)).find((digit) =>
    passesLuhn(digits + digit),
  );
  return digits + (found ?? '');
}

const digitsOf = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

/** Made-up card numbers of the lengths that schemes issue, none of a real card on purpose. */
export const cardNumbers: fc.Arbitrary<string> = fc
  .constantFrom<[string, number]>(
    ['4', 13],
    ['4', 16],
    ['4', 19],
    ['51', 16],
    ['2221', 16],
    ['37', 15],
    ['36', 14],
    ['5018', 12],
    ['6', 17],
  )
  .chain(([prefix, length]) =>
    digitsOf(length - prefix.length - 1).map((rest) => withCheckDigit(prefix + rest)),
  );

/** A card number as people write it; above 16 digits in one piece, because groups could be read in two ways. */
export const writings: readonly ((pan: string) => string)[] = [
  (pan) => pan,
  (pan) => grouped(pan, ' '),
  (pan) => grouped(pan, '-'),
  (pan) => grouped(pan, ' - '),
  (pan) => grouped(pan, '\u00a0'),
  (pan) => (pan.length > 16 ? pan : `${pan.slice(0, 4)} ${pan.slice(4, 10)} ${pan.slice(10)}`),
];

const grouped = (pan: string, gap: string): string =>
  pan.length > 16 ? pan : pan.replace(/\d{4}(?=\d)/g, `$&${gap}`);
