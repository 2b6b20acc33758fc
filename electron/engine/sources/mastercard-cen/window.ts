import { z } from 'zod';

const instant = z
  .number()
  .int()
  .min(0)
  .max(Date.UTC(9999, 11, 31));

/** A stretch of creation times that is read page by page, oldest first. Instants are the server's, epoch milliseconds. */
export const windowSchema = z.strictObject({
  /** Inclusive. */
  start: instant,
  /** Exclusive. */
  end: instant,
  /** Where the next page begins. */
  offset: z.number().int().min(0),
  /** What the first page said of how many there are; null before it, and where it said nothing. */
  total: z.number().int().min(0).nullable(),
  /** The mark of the row that was last on the page before, with which the next one begins; null for none. */
  last: z.string().nullable(),
  /** How many rows its first page had; 0 before it. */
  pageRows: z.number().int().min(0),
  /** How often it was begun again, because rows shifted under the walk. */
  tries: z.number().int().min(0),
});
export type Window = z.infer<typeof windowSchema>;

/** What one page of a window brought. */
export interface PageSeen {
  readonly length: number;
  readonly total: number | null;
  /** The marks of its first and last row; null where it is empty. */
  readonly first: string | null;
  readonly last: string | null;
}

export type Step =
  /** Every row that was there all the time has been seen. `rows`: how many, `pages`: on how many pages or so. */
  | { readonly is: 'walked'; readonly rows: number; readonly pages: number; readonly totalHolds: boolean }
  /** More pages to come, or the window again from its start, perhaps a part of it. */
  | { readonly is: 'on'; readonly window: Window }
  /** More is there than should be read in one window: a part of it first. `widthMs`: how wide the next may be. */
  | { readonly is: 'narrowed'; readonly window: Window; readonly widthMs: number }
  /** It shifts whatever is tried, and cannot be read as a whole. */
  | { readonly is: 'stuck' };

/** A window is to take about three pages, so that walking it again costs little. */
export const PAGES_WANTED = 3;
/** More than this and it is cut. Twice as many as wanted, so that each cut is worth the pages that are read again. */
const MOST_PAGES = 6;

/**
 * Where to go on after a page. Pages overlap by one row: the first of a page must be the last of the one before, or
 * rows have shifted and one may have slipped through. Then, and where `total` has changed, the window is walked again:
 * half as wide after a shift, until it fits one page, which cannot shift. `trustsTotal` is false where the server's
 * totals have proved to be of something else.
 */
export function stepWindow(window: Window, page: PageSeen, trustsTotal: boolean): Step {
  const overlap = window.last === null ? 0 : 1;
  if (overlap === 1 && page.first !== window.last) return again(window, halved(window), MOST_SHIFTS);
  const isMoved = window.total !== null && page.total !== null && page.total !== window.total;
  if (isMoved && trustsTotal && window.tries < MOST_MOVES) return again(window, window.end, MOST_MOVES);
  // Without a row in common nothing but the total tells whether one slipped through.
  if (isMoved && window.offset > 0 && overlap === 0) return again(window, halved(window), MOST_SHIFTS);

  const read = window.offset + page.length;
  const pageRows = window.offset === 0 ? page.length : window.pageRows;
  const isAll = trustsTotal && read === page.total;
  if (isAll || page.length <= overlap) {
    const totalHolds = page.total === null || read === page.total;
    return { is: 'walked', rows: read, pages: Math.ceil(read / Math.max(1, pageRows)), totalHolds };
  }
  const expected = trustsTotal && window.offset === 0 ? (page.total ?? 0) : 0;
  const canNarrow = window.end - window.start > 1;
  if (canNarrow && expected > MOST_PAGES * pageRows)
    return narrowed(window, (PAGES_WANTED * pageRows) / expected);
  if (canNarrow && read > MOST_PAGES * pageRows) return narrowed(window, 1 / 2);
  return nextPage(window, page, pageRows);
}

function nextPage(window: Window, page: PageSeen, pageRows: number): Step {
  const read = window.offset + page.length;
  // A server that lists one row at a time could not go on with an overlap of one.
  const overlaps = page.length > 1;
  return {
    is: 'on',
    window: {
      ...window,
      offset: overlaps ? read - 1 : read,
      last: overlaps ? page.last : null,
      total: window.total ?? page.total,
      pageRows,
    },
  };
}

export const newWindow = (start: number, end: number): Window => ({
  start,
  end,
  offset: 0,
  total: null,
  last: null,
  pageRows: 0,
  tries: 0,
});

/** Enough to halve a window of some weeks until it is of one millisecond, which can be cut no more. */
const MOST_SHIFTS = 32;
/** Rows that were there all the time are not missed when only the total moves: it is asked twice more, then let be. */
const MOST_MOVES = 2;

function again(window: Window, end: number, most: number): Step {
  if (window.tries >= most) return { is: 'stuck' };
  return { is: 'on', window: { ...newWindow(window.start, end), tries: window.tries + 1 } };
}

const halved = ({ start, end }: Window): number => start + Math.max(1, Math.ceil((end - start) / 2));

/** Never to less than a 64th at once: rows come in heaps, and a total may be wrong. */
function narrowed({ start, end, tries }: Window, share: number): Step {
  const width = end - start;
  const widthMs = Math.max(1, Math.floor(width * Math.max(share, 1 / 64)));
  return { is: 'narrowed', window: { ...newWindow(start, start + widthMs), tries }, widthMs };
}
