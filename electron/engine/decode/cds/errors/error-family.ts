/** What kind of check an error comes from. */
export type ErrorFamily =
  | 'obligation'
  | 'relation'
  | 'credibility'
  | 'overflow'
  | 'inventory'
  | 'tariff'
  | 'defra'
  | 'export-inventory'
  | 'licence';

/**
 * The family of a code such as `CDS12056`, from the number ranges of HMRC's list of CDS error codes; null for
 * what is not a CDS code or lies in no known range.
 */
export function errorFamily(code: string): ErrorFamily | null {
  const digits = /^CDS(\d{5})$/.exec(code)?.[1];
  if (digits === undefined) return null;
  return ranges.find(([start]) => digits.startsWith(start))?.[1] ?? null;
}

/** What an error of a family says where nothing more is known of its code. */
export const familyText: Readonly<Record<ErrorFamily, string>> = {
  obligation: 'A field is missing, not allowed here or not valid',
  relation: 'Fields, dates or messages do not agree with one another',
  credibility: 'A figure looks unlikely for these goods; such a check normally warns and does not refuse',
  overflow: 'There is more wrong than the message shows',
  inventory: 'The inventory record of the goods is missing or does not agree',
  tariff: 'The tariff or a quota does not allow what is declared for these goods',
  defra: 'Defra or port health has not released the goods',
  'export-inventory': 'A message about the export movement of the goods was refused',
  licence: 'A licence or another document (DE 2/3) cannot be used as declared',
};

/** From the narrower range to the wider. */
const ranges: readonly (readonly [start: string, family: ErrorFamily])[] = [
  ['10', 'obligation'],
  ['11', 'relation'],
  ['12', 'relation'],
  ['13', 'credibility'],
  ['14', 'credibility'],
  ['19999', 'overflow'],
  ['20', 'inventory'],
  ['4', 'tariff'],
  ['50000', 'defra'],
  ['50', 'export-inventory'],
  ['7', 'licence'],
];
