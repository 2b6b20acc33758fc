import { StoreError } from '../store.ts';

/** Where a page ended, as text that callers hand back unread. */
export const cursorAfter = (seq: number): string => Buffer.from(`after:${String(seq)}`).toString('base64url');

/** The arrival before which the next page begins. Throws `invalid-input` for what no page gave out. */
export function seqBefore(cursor: string | null): number {
  if (cursor === null) return NEWEST;
  const match = /^after:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString());
  const seq = Number(match?.[1] ?? Number.NaN);
  if (match === null || cursorAfter(seq) !== cursor) {
    throw new StoreError('invalid-input', 'The cursor is not one that a page of this list gave out.');
  }
  return seq;
}

/** Above every id. */
export const NEWEST = Number.MAX_SAFE_INTEGER;
