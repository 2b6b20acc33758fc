import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownGaps } from './shown-gaps.ts';

const gap = (from: number, to: number, why = 'away', account = 'cds') => ({ account, from, to, why });
const at = (ms: number) => new Date(ms).toISOString();

describe('the gaps of an account', () => {
  it('are its own alone, newest first, and one where they overlap or touch', () => {
    expect(
      shownGaps(
        [gap(50, 60), gap(10, 20), gap(15, 30, 'crowded'), gap(30, 40), gap(0, 99, 'away', 'box')],
        'cds',
      ),
    ).toEqual([
      { from: at(50), to: at(60), why: 'away' },
      { from: at(10), to: at(40), why: 'away crowded' },
    ]);
  });

  it('cover the same instants as before, in stretches that lie apart, whatever the order', () => {
    const stretch = fc.tuple(fc.nat(60), fc.nat(8)).map(([from, length]) => gap(from, from + length));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (gaps) => {
        const shown = shownGaps(gaps, 'cds').map(
          ({ from, to }) => [Date.parse(from), Date.parse(to)] as const,
        );
        const covers = (instant: number) => (one: readonly [number, number]) =>
          one[0] <= instant && instant <= one[1];
        for (let instant = 0; instant < 70; instant += 1) {
          const before = gaps.some(({ from, to }) => covers(instant)([from, to]));
          expect(shown.filter(covers(instant)).length).toBe(before ? 1 : 0);
        }
        expect(shown).toEqual([...shown].sort((a, b) => b[0] - a[0]));
      }),
    );
  });
});
