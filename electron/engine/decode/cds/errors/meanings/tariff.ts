import type { Meanings } from './meaning.ts';

/** What the tariff and the quotas say about the goods. */
export const tariffMeanings: Meanings = {
  CDS40007: [
    'The same value is declared twice where the tariff check expects it once.',
    'Remove the repeated entry, such as a document or additional code that is listed twice.',
  ],
  CDS40010: [
    'The tariff does not know this value for these goods: it does not apply to this commodity, country or procedure.',
    'Remove it, or look up in the UK Trade Tariff what does apply.',
  ],
  CDS40011: [
    'The tariff asks for a value that is not declared, often an additional code for the commodity (DE 6/16 or 6/17).',
    'Add the value; the text with the error often lists the codes to choose from.',
  ],
  CDS40012: [
    'A commodity code needs details that this reduced set of data cannot carry.',
    'Make a full standard export declaration (B1) instead.',
  ],
  CDS40013: [
    'The value is not valid under the tariff for these goods, such as a preference that this commodity and country do not have.',
    'Check commodity, origin and the value named against the UK Trade Tariff; the text with the error may say more.',
  ],
  CDS40044: [
    'A document is declared (DE 2/3) that nothing in the tariff calls for on this item.',
    'Remove the document, or check that commodity code, origin and procedure are right.',
  ],
  CDS40045: [
    'The tariff calls for a document, certificate or waiver (DE 2/3) that is not declared on this item.',
    'Add one of the documents that the text with the error lists, or see the measures on the commodity in the UK Trade Tariff.',
  ],
  CDS40047: [
    'The tariff forbids this import or export.',
    'Check commodity code, countries and documents, and whether an exemption applies; until then leave the goods where they are.',
  ],
  CDS40049: [
    'The tariff quota is used up, so it cannot be claimed.',
    'Declare without the quota, at the duty that then applies.',
  ],
  CDS40053: [
    'The tariff quota is suspended, so it cannot be claimed now.',
    'Declare without the quota, or wait until it opens again.',
  ],
  CDS40059: [
    'The commodity code is not complete, or a tariff measure on it lacks something it needs.',
    'Enter the full code, and check that every additional code, document and quantity of its measures is there.',
  ],
  CDS40066: [
    'A condition that the tariff sets for these goods is not met, for example a certificate, a minimum price or a weight.',
    'Look up the measure on the commodity in the UK Trade Tariff and declare what meets its condition.',
  ],
  CDS40068: [
    'The goods bear excise duty, and the additional code for it is missing.',
    'Add the excise code (X and the tax type) in DE 6/17.',
  ],
  CDS40069: [
    'The tariff quota is closed, so it cannot be claimed.',
    'Declare without the quota, at the duty that then applies.',
  ],
  CDS40070: [
    'NIIMP stands on some goods items (DE 2/2) but not on all.',
    'Add NIIMP to every item, or declare the other goods apart.',
  ],
  CDS40071: [
    'NIDOM stands on some goods items (DE 2/2) but not on all.',
    'Add NIDOM to every item, or declare the other goods apart.',
  ],
  CDS40072: [
    'NIEXP stands on some goods items (DE 2/2) but not on all.',
    'Add NIEXP to every item, or declare the other goods apart.',
  ],
  CDS40073: [
    'NIREM stands on an item (DE 2/2) without NIIMP or NIDOM, one of which it needs there.',
    'Add NIIMP or NIDOM to the same item.',
  ],
  CDS40074: [
    'NIAID stands on an item (DE 2/2) without NIIMP or NIDOM, one of which it needs there.',
    'Add NIIMP or NIDOM to the same item.',
  ],
  CDS49999: [
    'The tariff check failed for a reason that CDS does not name.',
    'Check commodity code, origin, preference and documents; if they are right, send it again or ask HMRC.',
  ],
};
