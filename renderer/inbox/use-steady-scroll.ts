import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { InboxList } from './use-list.ts';

/**
 * Keeps what is in view where it is when rows come or go above it. At the very top there is nothing to keep:
 * there the list follows what arrives.
 */
export function useSteadyScroll(
  scroller: RefObject<HTMLElement | null>,
  list: InboxList,
  rowHeight: number,
): void {
  const seen = useRef<{ key: string; places: readonly (readonly [string, number])[] }>({
    key: list.key,
    places: [],
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    if (seen.current.key === list.key && element.scrollTop > 0) {
      const shift = shiftOf(seen.current.places, list.placeOf);
      if (shift !== 0) element.scrollTo({ top: element.scrollTop + shift * rowHeight });
    }
    const first = Math.floor(element.scrollTop / rowHeight);
    const count = Math.ceil(element.clientHeight / rowHeight);
    const places = Array.from({ length: count }, (_, index) => first + index).flatMap((place) => {
      const row = list.rowAt(place);
      return row === undefined ? [] : [[row.id, place] as const];
    });
    seen.current = { key: list.key, places };
  });
}

/** By how many places the first row that is still there has moved. */
export function shiftOf(
  before: readonly (readonly [string, number])[],
  placeOf: (id: string) => number,
): number {
  for (const [id, place] of before) {
    const now = placeOf(id);
    if (now >= 0) return now - place;
  }
  return 0;
}
