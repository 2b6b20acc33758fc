/** What a tax line is about, for totals. */
export type TaxGroup = 'duty' | 'vat' | 'excise' | 'other';

export interface TaxType {
  readonly name: string;
  readonly group: TaxGroup;
}

/**
 * The tax type of a line (DE 4/3) in words, such as `A00`. Names: HMRC's list of tax types for CDS (appendix 8 of
 * volume 3 of the Trade Tariff, Open Government Licence v3.0); which of them are charged at the EU's rates: the
 * reimbursement service of HMRC (hmrc/cds-reimbursement-claim-frontend, Apache-2.0).
 */
export const taxType = (code: string): TaxType =>
  taxTypes.get(code) ??
  (EXCISE.test(code)
    ? { name: `Excise duty, type ${code}`, group: 'excise' }
    : { name: `Type ${code}`, group: 'other' });

/** Excise has three digits; 99A to 99D are levies that are collected with it. */
const EXCISE = /^([3-6]\d\d|99[A-D])$/;

const taxTypes: ReadonlyMap<string, TaxType> = new Map([
  ['A00', { name: 'Customs duty', group: 'duty' }],
  ['A20', { name: 'Additional duty', group: 'duty' }],
  ['A30', { name: 'Anti-dumping duty, definitive', group: 'duty' }],
  ['A35', { name: 'Anti-dumping duty, provisional', group: 'duty' }],
  ['A40', { name: 'Countervailing duty, definitive', group: 'duty' }],
  ['A45', { name: 'Countervailing duty, provisional', group: 'duty' }],
  ['A50', { name: 'Customs duty, EU rate (Northern Ireland)', group: 'duty' }],
  ['A70', { name: 'Additional duty, EU rate (Northern Ireland)', group: 'duty' }],
  ['A80', { name: 'Anti-dumping duty, definitive, EU rate (Northern Ireland)', group: 'duty' }],
  ['A85', { name: 'Anti-dumping duty, provisional, EU rate (Northern Ireland)', group: 'duty' }],
  ['A90', { name: 'Countervailing duty, definitive, EU rate (Northern Ireland)', group: 'duty' }],
  ['A95', { name: 'Countervailing duty, provisional, EU rate (Northern Ireland)', group: 'duty' }],
  ['B00', { name: 'VAT', group: 'vat' }],
  ['B05', { name: 'VAT, with duty at the EU rate (Northern Ireland)', group: 'vat' }],
  ['C00', { name: 'Export tax', group: 'duty' }],
  ['C10', { name: 'Export tax on agricultural products', group: 'duty' }],
  ['E00', { name: 'Duty collected for another country', group: 'other' }],
]);
