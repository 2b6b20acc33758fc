/** A decimal number without rounding: `units` times ten to the power of minus `scale`. */
export interface ExactDecimal {
  readonly units: bigint;
  readonly scale: number;
}

/** As the schema of the messages writes amounts (n..16,3), with room to spare. */
const LONGEST = 40;

/** Reads `12`, `-0.50`, `+3.` or `.5`; null for anything else, such as thousands separators or an exponent. */
export function readDecimal(text: string): ExactDecimal | null {
  if (text.length > LONGEST) return null;
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  if (whole === '' && fraction === '') return null;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

export function addDecimals(left: ExactDecimal, right: ExactDecimal): ExactDecimal {
  const scale = Math.max(left.scale, right.scale);
  return { units: unitsAt(left, scale) + unitsAt(right, scale), scale };
}

/** With as many digits after the point as its scale: `13.10`. */
export function writeDecimal({ units, scale }: ExactDecimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const unitsAt = ({ units, scale }: ExactDecimal, wanted: number): bigint =>
  units * 10n ** BigInt(wanted - scale);
