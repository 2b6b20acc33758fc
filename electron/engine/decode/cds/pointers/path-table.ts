import { declarationHeaderPaths } from './paths/declaration-header.ts';
import { exportOnlyPaths } from './paths/export-only.ts';
import { goodsItemPaths } from './paths/goods-item.ts';
import { goodsShipmentPaths } from './paths/goods-shipment.ts';
import { responsePaths } from './paths/response.ts';

/** One place that a pointer can name: a section, or a field of one. */
export interface PathRow {
  /** Section codes from the outside in: `42A/67A/68A/70A`. */
  readonly path: string;
  /** Null for the section itself. */
  readonly tag: string | null;
  /** Local name of the XML element. */
  readonly element: string;
  /** Whether there may be several. */
  readonly isRepeatable: boolean;
  /** UK data element such as `1/10`; a range or a choice where the place alone does not decide it. */
  readonly dataElement: string | null;
}

/** Every place of a declaration and of a notification that a pointer can name, in the order of the schema. */
export const pathRows: readonly PathRow[] = [
  declarationHeaderPaths,
  goodsShipmentPaths,
  goodsItemPaths,
  responsePaths,
].flatMap((rows) => rows.map(readRow));

/** The section at a whole path. */
export const sectionAt = (path: string): PathRow | null => sections.get(path) ?? null;

/** The field at a whole path. */
export const fieldAt = (path: string, tag: string): PathRow | null => fields.get(`${path} ${tag}`) ?? null;

/** A field at a path that only HMRC's exports service knows. */
export const exportFieldAt = (path: string, tag: string): PathRow | null =>
  exportFields.get(`${path} ${tag}`) ?? null;

/** The XML element that a section code stands for wherever it occurs. */
export const sectionElement = (code: string): string | null => elementOfCode.get(code) ?? null;

/**
 * A section by its code alone, under a path that leaves out sections between, or under none: only where the code
 * stands at one place of a declaration, and the path leads there.
 */
export function sectionBeyond(parent: string | null, code: string): PathRow | null {
  const [row, ...others] = sectionsOfCode.get(code) ?? [];
  if (row === undefined || others.length > 0) return null;
  return parent === null || row.path.startsWith(`${parent}/`) ? row : null;
}

/** Every field with a section code and tag, for a path that is in no table. */
export const fieldsAnywhere = (code: string, tag: string): readonly PathRow[] =>
  fieldsOfCode.get(`${code} ${tag}`) ?? [];

function readRow(text: string): PathRow {
  const [path = '', tag = '', element = '', most = '', ...dataElement] = text.split(' ');
  return {
    path,
    tag: tag === '-' ? null : tag,
    element,
    isRepeatable: most !== '1',
    dataElement: dataElement.length === 0 ? null : dataElement.join(' '),
  };
}

const lastCode = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const sections = new Map(pathRows.flatMap((row) => (row.tag === null ? [[row.path, row]] : [])));
const fields = new Map(
  pathRows.flatMap((row) => (row.tag === null ? [] : [[`${row.path} ${row.tag}`, row]])),
);
const exportFields = new Map(
  exportOnlyPaths.map(readRow).map((row) => [`${row.path} ${row.tag ?? ''}`, row]),
);
const elementOfCode = new Map(
  pathRows.flatMap((row) => (row.tag === null ? [[lastCode(row.path), row.element]] : [])),
);

const sectionsOfCode = new Map<string, PathRow[]>();
for (const row of sections.values()) {
  if (row.path.startsWith('07B')) continue;
  const code = lastCode(row.path);
  sectionsOfCode.set(code, [...(sectionsOfCode.get(code) ?? []), row]);
}

const fieldsOfCode = new Map<string, PathRow[]>();
for (const row of fields.values()) {
  const key = `${lastCode(row.path)} ${row.tag ?? ''}`;
  fieldsOfCode.set(key, [...(fieldsOfCode.get(key) ?? []), row]);
}
