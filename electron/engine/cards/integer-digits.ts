/**
 * The digits of a JSON number that is whole, without its sign; null for any other. `4.2E3` and `4200.0` are whole:
 * some writers put every number that way. At most 40 digits.
 */
export function integerDigits(literal: string): string | null {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(literal) ?? [];
  if (whole === '') return null;
  const shift = Number(exponent);
  if (shift < 0 || shift > LONGEST) return null;
  const rest = fraction.slice(shift);
  if (/[1-9]/.test(rest)) return null;
  const digits = (whole + fraction.slice(0, shift).padEnd(shift, '0')).replace(/^0+(?=\d)/, '');
  return digits.length > LONGEST ? null : digits;
}

const LONGEST = 40;
