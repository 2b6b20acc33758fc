import { describe, expect, it } from 'vitest';
import { shiftOf } from './use-steady-scroll.ts';

const now =
  (...ids: readonly string[]) =>
  (id: string) =>
    ids.indexOf(id);

describe('what is in view', () => {
  const before = [
    ['b', 1],
    ['c', 2],
  ] as const;

  it('has moved down by what came above it', () => {
    expect(shiftOf(before, now('x', 'y', 'a', 'b', 'c'))).toBe(2);
  });

  it('has moved up by what went above it, measured at the first row that is left', () => {
    expect(shiftOf(before, now('c'))).toBe(-2);
  });

  it('has not moved where none of it is left', () => {
    expect(shiftOf(before, now('z'))).toBe(0);
  });
});
