import type { ListRow } from '../../shared/engine-api.ts';
import type { Instant } from '../../shared/notification.ts';
import { idsOf } from './list-row.ts';

/** Rows a page; a page's number counts from the newest. */
export const PAGE_SIZE = 100;
/** Pages held at once, so that memory stays flat however far a person scrolls. */
export const MAX_PAGES = 8;
/** Chromium draws no element taller than 33,554,400 px; older rows than fit are reached by search or filter. */
const MAX_HEIGHT_PX = 30_000_000;
const EXTENT_STEP = 1000;

export interface ListPage {
  readonly number: number;
  /** The cursor that it was asked with; null for the newest page. */
  readonly after: string | null;
  readonly next: string | null;
  readonly rows: readonly ListRow[];
  readonly total: number;
  readonly totalIsCapped: boolean;
}

/** The stretch of the list that is held in memory. */
export interface PageWindow {
  /** Place of the first held row in the whole list, from 0. */
  readonly start: number;
  readonly rows: readonly ListRow[];
  readonly total: number;
  readonly totalIsCapped: boolean;
  /** True where older rows follow the last held one. */
  readonly hasOlder: boolean;
  /** False where two neighbours no longer meet: rows went or came between them. */
  readonly joined: boolean;
}

export const EMPTY_WINDOW: PageWindow = {
  start: 0,
  rows: [],
  total: 0,
  totalIsCapped: false,
  hasOlder: false,
  joined: true,
};

export function pageWindow(pages: readonly ListPage[]): PageWindow {
  const first = pages[0];
  const last = pages.at(-1);
  if (first === undefined || last === undefined) return EMPTY_WINDOW;
  return {
    start: first.number * PAGE_SIZE,
    rows: distinct(pages.flatMap((page) => page.rows)),
    total: last.total,
    totalIsCapped: last.totalIsCapped,
    hasOlder: last.next !== null,
    joined: pages.every((page, index) => {
      const following = pages[index + 1];
      return following === undefined || page.next === following.after;
    }),
  };
}

/** Two pages fetched at different revisions may overlap, and show one thread twice under different faces. */
function distinct(rows: readonly ListRow[]): readonly ListRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const ids = idsOf(row);
    if (ids.some((id) => seen.has(id))) return false;
    for (const id of ids) seen.add(id);
    return true;
  });
}

/**
 * How many rows the scrollbar speaks for. Exact once the end is held; before that the total in round steps,
 * so that single arrivals do not make the list measure itself anew.
 */
export function extentOf(window: PageWindow, rowHeight: number): number {
  const end = window.start + window.rows.length;
  const highest = Math.floor(MAX_HEIGHT_PX / rowHeight);
  if (!window.hasOlder) return Math.min(end, highest);
  const known = window.totalIsCapped ? end + PAGE_SIZE : Math.max(window.total, end + 1);
  const rounded = known > EXTENT_STEP ? Math.ceil(known / EXTENT_STEP) * EXTENT_STEP : known;
  return Math.min(rounded, highest);
}

/** What a visible stretch asks of the pages: one more at an end, or another place altogether. */
export type Want = 'nothing' | 'older' | 'newer' | 'elsewhere';

/** Asked before the stretch reaches an edge, so that scrolling rarely sees a row that is not there yet. */
export function wanted(window: PageWindow, firstVisible: number, lastVisible: number): Want {
  const end = window.start + window.rows.length;
  const outside = firstVisible > end + PAGE_SIZE / 2 || lastVisible < window.start - PAGE_SIZE / 2;
  if (outside && (window.hasOlder || firstVisible < window.start)) return 'elsewhere';
  if (window.hasOlder && lastVisible > end - PAGE_SIZE * 0.6) return 'older';
  if (window.start > 0 && firstVisible < window.start + PAGE_SIZE * 0.6) return 'newer';
  return 'nothing';
}

/**
 * The held rows with those that stay a while longer, though the filter no longer shows them, at the place
 * where they were.
 */
export function withStaying(
  rows: readonly ListRow[],
  staying: readonly ListRow[],
  edges: { readonly atNewest: boolean; readonly atOldest: boolean },
): readonly ListRow[] {
  if (staying.length === 0) return rows;
  const held = new Set(rows.flatMap(idsOf));
  const first = rows[0];
  const last = rows.at(-1);
  const inside = staying
    .filter((row) => {
      if (held.has(row.id)) return false;
      if (first !== undefined && !edges.atNewest && isNewer(row, first)) return false;
      return last === undefined || edges.atOldest || isNewer(row, last);
    })
    .sort((a, b) => (isNewer(a, b) ? -1 : 1));
  // The order of the held rows is the engine's and is left alone.
  return inside.reduce<readonly ListRow[]>((merged, row) => {
    const place = merged.findIndex((one) => isNewer(row, one));
    return place < 0 ? [...merged, row] : [...merged.slice(0, place), row, ...merged.slice(place)];
  }, rows);
}

/** Ids are decimal numbers as text and rise as notifications arrive. */
function isNewer(a: ListRow, b: ListRow): boolean {
  return a.id.length === b.id.length ? a.id > b.id : a.id.length > b.id.length;
}

/** The first instant at which none of these rows had been received yet; null for no rows. */
export function instantAfter(rows: readonly ListRow[]): Instant | null {
  const newest = rows.reduce((latest, row) => Math.max(latest, Date.parse(row.receivedAt)), -Infinity);
  return Number.isFinite(newest) ? new Date(newest + 1).toISOString() : null;
}
