import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retentionDaysSchema } from '../../shared/retention.ts';
import { daysText, daysTyped } from './retention-days.ts';

describe('the days that a source keeps its messages', () => {
  it('come back as they went out, not known included', () => {
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 1, max: 365 })), (days) => {
        expect(daysTyped(daysText(days))).toEqual({ days, error: null });
      }),
    );
  });

  it('are refused in words where the settings would not take them', () => {
    expect(['0', '366', '1.5', '-3', '9e2', 'week'].map((text) => daysTyped(text).error)).toEqual(
      Array(6).fill('Give whole days from 1 to 365, or leave it empty.'),
    );
  });

  it('are never more than the settings take', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String)), (text) => {
        const { days } = daysTyped(text);
        const taken = retentionDaysSchema.safeParse({ 'mastercard-cen': days }).success;
        expect(taken).toBe(true);
      }),
    );
  });
});
