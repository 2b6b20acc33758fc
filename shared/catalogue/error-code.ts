/**
 * A code in its present form: `DMS10020`, used before December 2021, is `CDS10020`. A code of any other form
 * comes back as it is, without surrounding space and in capitals.
 */
export function presentCode(code: string): string {
  const tidy = code.trim().toUpperCase();
  if (/^DMS\d{5}$/.test(tidy)) return `CDS${tidy.slice(3)}`;
  return tidy === OLD_TARIFF_CODE.old ? OLD_TARIFF_CODE.present : tidy;
}

/**
 * Whether a DMSREJ (03) with these error codes says that a pre-lodged declaration lapsed: it names one Error, and
 * that is the missing arrival. HMRC's exports service takes anything beside it for a rejection.
 */
export const isLapse = ([code, ...others]: readonly string[]): boolean =>
  code !== undefined && others.length === 0 && presentCode(code) === 'CDS12046';

/** The one code of the old tariff service that HMRC's published messages hold. */
const OLD_TARIFF_CODE = { old: 'TMSV0013', present: 'CDS40013' };
