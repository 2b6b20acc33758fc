import { describe, expect, it } from 'vitest';
import { deadlinesOf, otherDeadlines } from './deadlines.ts';
import { entryWith, minute, statusWith } from './test-threads.ts';

const first = entryWith({ id: '1', deadline: minute(100) });
const second = entryWith({ id: '2', deadline: minute(90) });
const third = entryWith({ id: '3', deadline: minute(50) });
const settled = { ...second, isDeadlineOpen: false };

describe('the deadlines of a declaration', () => {
  it('come earliest first, each with whether it still counts', () => {
    const lines = deadlinesOf({ entries: [first, third, settled] });
    expect(lines.map(({ entry, at, open }) => [entry.id, at, open])).toEqual([
      ['3', minute(50), true],
      ['2', minute(90), false],
      ['1', minute(100), true],
    ]);
  });

  it('are not worth a line where all are settled', () => {
    expect(otherDeadlines({ status: statusWith(), entries: [settled] })).toEqual([]);
  });

  it('are not said twice where the call names the only one', () => {
    const status = statusWith({ actionId: '1', deadline: minute(100) });
    expect(otherDeadlines({ status, entries: [first] })).toEqual([]);
    expect(otherDeadlines({ status, entries: [second, first] })).toHaveLength(2);
  });
});
