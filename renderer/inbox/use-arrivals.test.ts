import { describe, expect, it } from 'vitest';
import { less } from './use-arrivals.ts';

const exactly = (total: number) => ({ total, totalIsCapped: false });
const atLeast = (total: number) => ({ total, totalIsCapped: true });

describe('a total as of an instant', () => {
  it('is all less what came since', () => {
    expect(less(exactly(12_910), exactly(6))).toEqual(exactly(12_904));
  });

  it('is at least as much where counting stopped early', () => {
    expect([less(atLeast(1000), exactly(6)), less(exactly(12_910), atLeast(1000))]).toEqual([
      atLeast(1000),
      atLeast(11_910),
    ]);
  });

  it('is not known before both are', () => {
    expect([less(undefined, exactly(6)), less(exactly(6), undefined)]).toEqual([undefined, undefined]);
  });
});
