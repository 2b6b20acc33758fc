import type { Field, Place, PointerLocation, Trade } from './locate-pointer.ts';
import { sectionAt, type PathRow } from './path-table.ts';
import { exportFieldWords, exportSectionWords } from './words/export-words.ts';
import { fieldWords } from './words/field-words.ts';
import { sectionWords, type SectionWords } from './words/section-words.ts';

export interface WordChoice {
  readonly trade: Trade | null;
  readonly typeCode: string | null;
}

/**
 * A location in words: `Goods item 1, procedure 1: current procedure code`. Sections that add nothing to the
 * field they hold are left out; a code that is not known stands as it is.
 */
export function pointerWords({ places, fields }: PointerLocation, choice: WordChoice): string {
  const texts = fields.map((field) => fieldText(field, places.at(-1), choice));
  const holdsKnownField = texts.length > 0 && texts.every((text) => text !== null);
  const sections = places
    .filter((place, index) => {
      const isLast = index === places.length - 1;
      if (isRoot(place)) return isLast && fields.length === 0;
      return !isSilent(place) || (isLast && !holdsKnownField);
    })
    .map((place) => placeText(place, choice.trade));
  if (sections.length > 0 && isHeaderTwin(places)) sections.unshift('header');
  if (sections.length === 0 && places.length > 0) sections.push('declaration header');
  const field = fields.map(({ tag }, index) => texts[index] ?? tag).join(', ');
  return capitalised([sections.join(', '), field].filter((part) => part !== '').join(': '));
}

/** Sections with one field each, or that only hold others. */
const SILENT_ELEMENTS: ReadonlySet<string> = new Set([
  'Commodity',
  'Consignment',
  'CustomsValuation',
  'Destination',
  'ExportCountry',
  'GoodsMeasure',
  'InvoiceLine',
  'Payment',
  'UCR',
]);
/** The address of the goods location holds parts of the location's code. */
const SILENT_PATH = '42A/67A/28A/64A/04A';

const isSilent = ({ element, row }: Place): boolean =>
  element !== null && (SILENT_ELEMENTS.has(element) || row?.path === SILENT_PATH);

const isRoot = ({ element }: Place): boolean => element === 'Declaration' || element === 'GoodsShipment';

/** Whether the last section stands in the header and could as well stand on an item under the same name. */
function isHeaderTwin(places: readonly Place[]): boolean {
  const row = places.at(-1)?.row ?? null;
  if (row === null || row.path.startsWith(ITEM) || !row.path.startsWith('42A/')) return false;
  const twin = sectionAt(row.path.replace(/^42A(\/67A)?/, ITEM));
  return twin !== null && wordsAt(twin.path, twin.element) === wordsAt(row.path, row.element);
}

const ITEM = '42A/67A/68A';

function placeText({ code, number, row, element }: Place, trade: Trade | null): string {
  if (element === null) return number === null ? code : `${code}[${number}]`;
  const exporters = trade === 'export' && row !== null ? own(exportSectionWords, row.path) : null;
  const { one, many } = exporters ?? wordsAt(row?.path ?? null, element);
  const isRepeatable = row === null ? many !== undefined : row.isRepeatable;
  // HMRC ignores a number on a section of which there is only one.
  if (!isRepeatable) return one;
  return number === null ? `somewhere in the ${many ?? one}` : `${one} ${number}`;
}

const wordsAt = (path: string | null, element: string): SectionWords =>
  (path === null ? null : own(sectionWords, path)) ?? own(sectionWords, element) ?? { one: element };

/** Null where it is not known, or where the places that may be meant have different words for it. */
function fieldText({ rows, tag }: Field, place: Place | undefined, choice: WordChoice): string | null {
  const [text, ...others] = new Set(rows.map((row) => rowText(row, tag, place, choice)));
  return text === undefined || others.length > 0 ? null : text;
}

function rowText(
  row: PathRow,
  tag: string,
  place: Place | undefined,
  { trade, typeCode }: WordChoice,
): string {
  const key = `${row.path} ${tag}`;
  const exporters = trade === 'export' ? own(exportFieldWords, key) : null;
  const section = place?.element ?? '';
  return (
    particularText(row.element, section, place?.number ?? null, typeCode) ??
    exporters ??
    own(fieldWords, key) ??
    own(fieldWords, `${section}/${row.element}`) ??
    own(fieldWords, `*/${row.element}`) ??
    row.element
  );
}

/** Where the number or the type of the instance says what the field is. */
function particularText(
  element: string,
  section: string,
  number: number | null,
  typeCode: string | null,
): string | null {
  if (section === 'GovernmentProcedure' && element === 'CurrentCode' && number !== null) {
    return number === 1 ? 'current procedure code' : 'additional procedure code';
  }
  if (section === 'Classification' && element === 'ID' && typeCode !== null)
    return kindsOfCode.get(typeCode) ?? null;
  return null;
}

const kindsOfCode: ReadonlyMap<string, string> = new Map([
  ['TSP', 'commodity code'],
  ['TRC', 'TARIC code'],
  ['TRA', 'TARIC additional code'],
  ['GN', 'national additional code'],
  ['CV', 'CUS number'],
]);

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(record, key) ? (record[key] ?? null) : null;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
