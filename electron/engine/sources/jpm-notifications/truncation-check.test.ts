import { describe, expect, it } from 'vitest';
import { createTruncationCheck } from './truncation-check.ts';
import type { WalkedDay } from './walk-day.ts';

const day = (name: string, ...counts: number[]): WalkedDay => ({
  ...{ day: name, found: new Map(), counts, hasDelivered: true, isStatusIgnored: false },
});

describe('a list that is cut off', () => {
  it('is told by a round hundred, once a day', () => {
    const check = createTruncationCheck();
    const told = [day('2026-11-20', 0, 0, 99), day('2026-11-21', 0, 0, 200), day('2026-11-21', 0, 0, 200)];
    expect([told.map((one) => check.walked(one)), check.days()]).toEqual([
      [false, true, false],
      ['2026-11-21'],
    ]);
  });

  it('is told by the same largest answer of three searches, and not by small ones', () => {
    const check = createTruncationCheck();
    const told = [
      ...[day('2026-11-18', 3, 3, 3), day('2026-11-19', 0, 0, 73), day('2026-11-20', 0, 1, 73)],
      ...[day('2026-11-20', 0, 1, 73), day('2026-11-21', 2, 0, 73)],
    ];
    expect([told.map((one) => check.walked(one)), check.days()]).toEqual([
      [false, false, false, false, true],
      ['2026-11-21'],
    ]);
  });

  it('is not where a larger answer comes', () => {
    const check = createTruncationCheck();
    const told = [
      ...[day('2026-11-19', 0, 0, 73), day('2026-11-20', 0, 0, 73)],
      ...[day('2026-11-21', 0, 0, 74), day('2026-11-22', 0, 0, 73)],
    ];
    expect(told.map((one) => check.walked(one))).toEqual([false, false, false, false]);
  });
});
