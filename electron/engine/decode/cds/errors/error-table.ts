import { checkAndInventoryMeanings } from './meanings/checks-and-inventory.ts';
import { codeRuleMeanings } from './meanings/code-rules.ts';
import { declarationRuleMeanings } from './meanings/declaration-rules.ts';
import { fieldRuleMeanings } from './meanings/field-rules.ts';
import { licenceMeanings } from './meanings/licences.ts';
import type { Meaning } from './meanings/meaning.ts';
import { obligationMeanings } from './meanings/obligation.ts';
import { tariffMeanings } from './meanings/tariff.ts';

/** Every error code whose meaning is known, in the form used since December 2021: `CDS` and five digits. */
export const errorTable: ReadonlyMap<string, Meaning> = new Map(
  [
    obligationMeanings,
    declarationRuleMeanings,
    fieldRuleMeanings,
    codeRuleMeanings,
    checkAndInventoryMeanings,
    tariffMeanings,
    licenceMeanings,
  ].flatMap((meanings) => Object.entries(meanings)),
);

/**
 * A code in its present form: `DMS10020`, used before December 2021, is `CDS10020`. A code of any other form
 * comes back as it is, without surrounding space and in capitals.
 */
export function presentCode(code: string): string {
  const tidy = code.trim().toUpperCase();
  if (/^DMS\d{5}$/.test(tidy)) return `CDS${tidy.slice(3)}`;
  return tidy === OLD_TARIFF_CODE.old ? OLD_TARIFF_CODE.present : tidy;
}

/** The one code of the old tariff service that HMRC's published messages hold. */
const OLD_TARIFF_CODE = { old: 'TMSV0013', present: 'CDS40013' };
