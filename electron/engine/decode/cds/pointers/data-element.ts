import type { PathRow } from './path-table.ts';

/** What decides between the data elements that share a place. */
export interface DataElementChoice {
  /** The number of the section's instance, 1-based. */
  readonly number: number | null;
  /** The type code of that instance: Classification/IdentificationTypeCode or Origin/TypeCode. */
  readonly typeCode: string | null;
}

/**
 * The UK data element of a place. The first procedure of an item is DE 1/10 and the others are DE 1/11; the kind
 * of commodity code and the kind of origin decide for those. What cannot be decided stays a choice or a range.
 */
export function dataElementOf(row: PathRow, section: string, choice: DataElementChoice): string | null {
  if (section === 'GovernmentProcedure' && row.element !== 'PreviousCode' && choice.number !== null) {
    return choice.number === 1 ? '1/10' : '1/11';
  }
  if (section === 'Classification') return ofClassification.get(choice.typeCode ?? '') ?? row.dataElement;
  if (section === 'Origin' && row.element !== 'RegionID') {
    return ofOrigin.get(choice.typeCode ?? '') ?? row.dataElement;
  }
  return row.dataElement;
}

/** Combined nomenclature, TARIC, TARIC additional, national additional and CUS. */
const ofClassification: ReadonlyMap<string, string> = new Map([
  ['TSP', '6/14'],
  ['TRC', '6/15'],
  ['TRA', '6/16'],
  ['GN', '6/17'],
  ['CV', '6/13'],
]);

/** Non-preferential and preferential origin. */
const ofOrigin: ReadonlyMap<string, string> = new Map([
  ['1', '5/15'],
  ['2', '5/16'],
]);
