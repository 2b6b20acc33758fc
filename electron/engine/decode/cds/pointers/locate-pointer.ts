import {
  exportFieldAt,
  fieldAt,
  fieldsAnywhere,
  sectionAt,
  sectionBeyond,
  sectionElement,
  type PathRow,
} from './path-table.ts';
import { instanceNumber, MOST_STEPS, short, type PointerStep } from './pointer-steps.ts';

/** The direction of a declaration. */
export type Trade = 'import' | 'export';

/** A section on the way. */
export interface Place {
  readonly code: string;
  /** The number of the instance, 1-based; null where none is given. */
  readonly number: number | null;
  /** The section at its place, also where sections before it are left out; null where that is not certain. */
  readonly row: PathRow | null;
  /** Whether the path leads to it step by step. */
  readonly isInPlace: boolean;
  /** The XML element: by the whole path, else by the code alone; null for a code that is not known. */
  readonly element: string | null;
}

/** A field at the end. */
export interface Field {
  readonly tag: string;
  /** The field at its place, else what all places have in common; null where that is nothing. */
  readonly row: PathRow | null;
  /** Every place that may be meant, with the same element at each; one where the section's place is known. */
  readonly rows: readonly PathRow[];
  /** Whether it was found in its section's place. */
  readonly isInPlace: boolean;
}

export interface PointerLocation {
  /** From the outside in. */
  readonly places: readonly Place[];
  /** One, as a rule; none where the pointer names a section. */
  readonly fields: readonly Field[];
  /** Whether every step was found at its place. */
  readonly isWhole: boolean;
}

/** Finds each step of a pointer: by its path, also one with a gap, else by its own code, else not at all. */
export function locatePointer(steps: readonly PointerStep[], trade: Trade | null): PointerLocation {
  const places: Place[] = [];
  const fields: Field[] = [];
  // More steps than the schema nests, or a section inside a field, is no path of the tables.
  let isStraight = steps.length <= MOST_STEPS;
  for (const { section, sequence, tag } of steps.slice(0, MOST_STEPS)) {
    if (section !== null) {
      if (fields.length > 0) isStraight = false;
      places.push(placeUnder(places.at(-1), section, instanceNumber(sequence)));
    }
    if (tag === null) continue;
    const last = places.at(-1);
    const field = fieldOf(last, tag, trade);
    // Some messages put the code of a section, 06A under 07B, where a tag belongs.
    const inner = field.row === null ? placeUnder(last, tag, null) : null;
    if (inner !== null && inner.row !== null) places.push(inner);
    else if (!fields.some((other) => other.tag === field.tag)) fields.push(field);
  }
  return {
    places,
    fields,
    isWhole:
      isStraight && places.every((place) => place.isInPlace) && fields.every((field) => field.isInPlace),
  };
}

function placeUnder(parent: Place | undefined, code: string, number: number | null): Place {
  const above = parent === undefined ? null : (parent.row?.path ?? UNKNOWN);
  const inPlace = sectionAt(above === null ? code : `${above}/${code}`);
  const row = inPlace ?? sectionBeyond(above, code);
  const element = row?.element ?? sectionElement(code);
  return { code: short(code), number, row, isInPlace: inPlace !== null, element };
}

/** Under it nothing has its place. */
const UNKNOWN = '?';

function fieldOf(place: Place | undefined, tag: string, trade: Trade | null): Field {
  const path = place?.row?.path;
  const inPlace =
    path === undefined
      ? null
      : (fieldAt(path, tag) ?? (trade === 'export' ? exportFieldAt(path, tag) : null));
  if (inPlace !== null) return { tag: short(tag), row: inPlace, rows: [inPlace], isInPlace: true };
  const all = place === undefined ? [] : fieldsAnywhere(place.code, tag);
  const [first] = all;
  const rows = all.every(({ element }) => element === first?.element) ? all : [];
  return { tag: short(tag), row: agreed(rows), rows, isInPlace: false };
}

/** Its data element only where all agree on that as well. */
function agreed(rows: readonly PathRow[]): PathRow | null {
  const [first, ...others] = rows;
  if (first === undefined) return null;
  const isAgreed = others.every(({ dataElement }) => dataElement === first.dataElement);
  return isAgreed ? first : { ...first, dataElement: null };
}
