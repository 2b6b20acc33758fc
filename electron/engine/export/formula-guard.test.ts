import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula } from './formula-guard.ts';

describe('the formula guard', () => {
  it.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])(
    'puts an apostrophe before text that begins with %j',
    (start) => {
      expect(guardFormula(`${start}SUM(A1)`)).toBe(`'${start}SUM(A1)`);
    },
  );

  it.each([' =1+1', '\u00A0=1', '\u200B=1', '\uFEFF=1', '\0=1', '   \u202E@x'])(
    'looks through what an importer strips: %j',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['', '26GB1CR4DVQ71TAAR5', 'a=1', "'=1", '0012345', ' plain', '(−5)'])(
    'leaves %j alone',
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );

  it('never changes what follows the apostrophe, and never guards twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = guardFormula(text);
        expect([text, `'${text}`]).toContain(once);
        expect(guardFormula(once)).toBe(once);
      }),
    );
  });
});
