import { lazily, tableRows } from '../data/table-rows.ts';
import elements from '../data/elements.tsv?raw';

/** What is known of the value at a path. */
export interface DataElement {
  /** Number of the European data model such as `18 09 057 000`; null for what has none. */
  readonly element: string | null;
  /** The code list that the value is of, such as `CL229`. */
  readonly list: string | null;
}

/**
 * By the path below the root, without indexes and without regard to case: `/Consignment/Consignee/Address/city`. Where the
 * path begins further in, the one element whose path ends in it. Paths of IE007, IE013, IE014, IE015, IE044 and IE170.
 */
export function dataElement(path: string): DataElement | null {
  const wanted = path.toLowerCase();
  return known().get(wanted) ?? onlyEndingIn(wanted);
}

function onlyEndingIn(path: string): DataElement | null {
  const found = [...known()].filter(([known]) => known.endsWith(path));
  const [first, ...others] = found;
  return first !== undefined && others.length === 0 ? first[1] : null;
}

const known = lazily(
  () =>
    new Map(
      tableRows(elements).map(([path = '', element = '', list = '']) => [
        path.toLowerCase(),
        { element: element === '' ? null : element, list: list === '' ? null : list },
      ]),
    ),
);
