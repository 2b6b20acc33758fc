import {
  exportFieldAt,
  fieldAnywhere,
  fieldAt,
  sectionAt,
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
  /** The section at its whole path; null where the path is in no table. */
  readonly row: PathRow | null;
  /** The XML element: by the whole path, else by the code alone; null for a code that is not known. */
  readonly element: string | null;
}

/** A field at the end. */
export interface Field {
  readonly tag: string;
  readonly row: PathRow | null;
  /** Whether it was found at its whole path. */
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

/** Finds each step of a pointer: by its whole path, else by its own code, else not at all. */
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
      isStraight && places.every(({ row }) => row !== null) && fields.every((field) => field.isInPlace),
  };
}

function placeUnder(parent: Place | undefined, code: string, number: number | null): Place {
  const path = parent === undefined ? code : `${parent.row?.path ?? '?'}/${code}`;
  const row = sectionAt(path);
  return { code: short(code), number, row, element: row?.element ?? sectionElement(code) };
}

function fieldOf(place: Place | undefined, tag: string, trade: Trade | null): Field {
  const path = place?.row?.path;
  const inPlace =
    path === undefined
      ? null
      : (fieldAt(path, tag) ?? (trade === 'export' ? exportFieldAt(path, tag) : null));
  const row = inPlace ?? (place === undefined ? null : fieldAnywhere(place.code, tag));
  return { tag: short(tag), row, isInPlace: inPlace !== null };
}
