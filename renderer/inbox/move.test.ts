import { describe, expect, it } from 'vitest';
import type { Step } from '../app/key-intent.ts';
import { placeAfter } from './move.ts';

const STEPS: readonly Step[] = ['next', 'previous', 'first', 'last', 'page-down', 'page-up'];
const viewport = { first: 40, rows: 11 };
const from = (place: number, extent = 100) =>
  Object.fromEntries(STEPS.map((step) => [step, placeAfter(step, place, extent, viewport)]));

describe('a step in the list', () => {
  it('goes by one, by a screen less one row, or to an end', () => {
    expect(from(50)).toEqual({ next: 51, previous: 49, first: 0, last: 99, 'page-down': 60, 'page-up': 40 });
  });

  it('stops at the ends', () => {
    expect([from(99), from(0, 1)]).toEqual([
      { next: 99, previous: 98, first: 0, last: 99, 'page-down': 99, 'page-up': 89 },
      { next: 0, previous: 0, first: 0, last: 0, 'page-down': 0, 'page-up': 0 },
    ]);
  });

  it('begins at what is in view', () => {
    expect(from(-1)).toEqual({ next: 40, previous: 40, first: 0, last: 99, 'page-down': 40, 'page-up': 40 });
  });
});
