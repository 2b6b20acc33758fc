import type { ListRow } from '../../shared/engine-api.ts';
import { bears, idsOf } from './list-row.ts';

/** Which row is open, and which are picked for a bulk action. */
export interface Selection {
  /** The row that the keyboard is on and the right pane shows. */
  readonly cursor: string | null;
  /** Where a range began. */
  readonly anchor: string | null;
  /** Picked before the range began; a range that shrinks gives back only its own. */
  readonly base: ReadonlyMap<string, ListRow>;
  readonly picked: ReadonlyMap<string, ListRow>;
  /** All that the filter shows, loaded or not. */
  readonly all: boolean;
  /** Opened from outside the list (an alert, a changed filter), which need not show it. */
  readonly fromOutside: boolean;
}

const NONE: ReadonlyMap<string, ListRow> = new Map();

export const NO_SELECTION: Selection = {
  cursor: null,
  anchor: null,
  base: NONE,
  picked: NONE,
  all: false,
  fromOutside: false,
};

export type SelectionEvent =
  | { readonly kind: 'move'; readonly id: string }
  | { readonly kind: 'extend'; readonly to: ListRow; readonly rows: readonly ListRow[] }
  | { readonly kind: 'toggle'; readonly row: ListRow }
  | { readonly kind: 'pick-all' }
  | { readonly kind: 'unpick' }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'filter-changed' }
  | { readonly kind: 'reset' };

export function selectionAfter(selection: Selection, event: SelectionEvent): Selection {
  switch (event.kind) {
    case 'move':
      return {
        ...selection,
        cursor: event.id,
        anchor: event.id,
        base: selection.picked,
        fromOutside: false,
      };
    case 'extend':
      return extended(selection, event.to, event.rows);
    case 'toggle':
      return toggledRow(selection, event.row);
    case 'pick-all':
      return { ...selection, all: true, picked: NONE, base: NONE };
    case 'unpick':
      return { ...selection, all: false, picked: NONE, base: NONE, anchor: selection.cursor };
    case 'open':
      return { ...selection, cursor: event.id, anchor: event.id, fromOutside: true };
    case 'filter-changed':
      return { ...NO_SELECTION, cursor: selection.cursor, fromOutside: selection.cursor !== null };
    case 'reset':
      return NO_SELECTION;
  }
}

export const isPicking = (selection: Selection): boolean => selection.all || selection.picked.size > 0;

export const isPicked = (selection: Selection, row: ListRow): boolean =>
  selection.all || (selection.picked.size > 0 && idsOf(row).some((id) => selection.picked.has(id)));

/** Picks the rows between the anchor and `to`; where the anchor is not loaded any more, `to` joins what is picked. */
function extended(selection: Selection, to: ListRow, rows: readonly ListRow[]): Selection {
  const from = selection.anchor ?? selection.cursor ?? to.id;
  const start = rows.findIndex((row) => bears(row, from));
  const end = rows.findIndex((row) => bears(row, to.id));
  const range = start < 0 || end < 0 ? [to] : rows.slice(Math.min(start, end), Math.max(start, end) + 1);
  const before = start < 0 ? selection.picked : selection.base;
  return {
    ...selection,
    cursor: to.id,
    anchor: from,
    all: false,
    picked: new Map([...before, ...range.map((row) => [row.id, row] as const)]),
    fromOutside: false,
  };
}

function toggledRow(selection: Selection, row: ListRow): Selection {
  const picked = new Map(selection.picked);
  const had = idsOf(row).filter((id) => picked.delete(id)).length > 0;
  // "All" has no exceptions: taking one row out of it ends it.
  if (!had && !selection.all) picked.set(row.id, row);
  return {
    ...selection,
    cursor: row.id,
    anchor: row.id,
    all: false,
    base: picked,
    picked,
    fromOutside: false,
  };
}

/**
 * The row to go on with once `acted` are dealt with: the next one down that is not among them and still
 * wanted, else the nearest above; null where none is left.
 */
export function rowAfter(
  rows: readonly ListRow[],
  acted: ReadonlySet<string>,
  cursor: string | null,
  isWanted: (row: ListRow) => boolean,
): string | null {
  const from = Math.max(0, cursor === null ? 0 : rows.findIndex((row) => bears(row, cursor)));
  const open = (row: ListRow) => !acted.has(row.id) && isWanted(row);
  const below = rows.slice(from).find(open);
  const above = rows.slice(0, from).reverse().find(open);
  return below?.id ?? above?.id ?? null;
}
