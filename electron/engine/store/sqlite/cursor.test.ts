import fc from 'fast-check';
import { expect, it } from 'vitest';
import { StoreError } from '../store.ts';
import { cursorAfter, NEWEST, seqBefore } from './cursor.ts';

it('leads back to the row it was made for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (seq) => {
      expect(seqBefore(cursorAfter(seq))).toBe(seq);
    }),
  );
  expect(seqBefore(null)).toBe(NEWEST);
});

it('refuses everything else', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      expect(() => seqBefore(text)).toThrow(StoreError);
    }),
  );
  expect(() => seqBefore(cursorAfter(7).replace('w', 'x'))).toThrow(StoreError);
});
