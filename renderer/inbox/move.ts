import type { Step } from '../app/key-intent.ts';

/** What of the list is in view. */
export interface Viewport {
  readonly first: number;
  /** Whole rows that fit. */
  readonly rows: number;
}

/** Where a step leads from a place, inside a list of `extent` rows; from -1, nowhere yet, it begins at what is in view. */
export function placeAfter(step: Step, from: number, extent: number, viewport: Viewport): number {
  const last = Math.max(0, extent - 1);
  const inside = (place: number) => Math.min(last, Math.max(0, place));
  const screen = Math.max(1, viewport.rows - 1);
  if (step === 'first') return 0;
  if (step === 'last') return last;
  if (from < 0) return inside(viewport.first);
  switch (step) {
    case 'next':
      return inside(from + 1);
    case 'previous':
      return inside(from - 1);
    case 'page-down':
      return inside(from + screen);
    case 'page-up':
      return inside(from - screen);
  }
}
