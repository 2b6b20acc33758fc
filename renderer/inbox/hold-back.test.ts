import { describe, expect, it } from 'vitest';
import { FOLLOWING, nextHold, type Hold } from './hold-back.ts';

const at = '2026-11-22T09:41:07.001Z';
const later = '2026-11-22T09:50:00.001Z';
const held: Hold = { kind: 'held', asOf: at };

describe('the list', () => {
  it('follows what arrives while nothing is being read', () => {
    expect(nextHold(FOLLOWING, { reading: false, afterNewest: at, answer: 1 })).toBe(FOLLOWING);
  });

  it('is held as of what it shows once something is being read, and stays there', () => {
    expect([
      nextHold(FOLLOWING, { reading: true, afterNewest: at, answer: 1 }),
      nextHold(held, { reading: true, afterNewest: later, answer: 2 }),
    ]).toEqual([held, held]);
  });

  it('follows again when reading ends', () => {
    expect(nextHold(held, { reading: false, afterNewest: at, answer: 1 })).toBe(FOLLOWING);
  });

  it('has nothing to hold while it is empty', () => {
    expect(nextHold(FOLLOWING, { reading: true, afterNewest: null, answer: 1 })).toBe(FOLLOWING);
  });

  it('waits for the answer that brings the new ones before it is held anew', () => {
    const catching: Hold = { kind: 'catching-up', answer: 4 };
    expect([
      nextHold(catching, { reading: true, afterNewest: at, answer: 4 }),
      nextHold(catching, { reading: true, afterNewest: later, answer: 5 }),
      nextHold(catching, { reading: false, afterNewest: later, answer: 5 }),
    ]).toEqual([catching, { kind: 'held', asOf: later }, FOLLOWING]);
  });
});
