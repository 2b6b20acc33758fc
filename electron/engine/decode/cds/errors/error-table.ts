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
