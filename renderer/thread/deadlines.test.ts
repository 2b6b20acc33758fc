import { describe, expect, it } from 'vitest';
import { deadlinesOf, otherDeadlines } from './deadlines.ts';
import { entryWith, minute, statusWith } from './test-threads.ts';

const first = entryWith({ id: '1', deadline: minute(100) });
const second = entryWith({ id: '2', deadline: minute(90) });
const third = entryWith({ id: '3', deadline: minute(50) });

describe('the deadlines of a declaration', () => {
  it('come earliest first, those before the one that the status names being settled', () => {
    const thread = { status: statusWith({ deadline: minute(90) }), entries: [third, second, first] };
    expect(deadlinesOf(thread).map(({ entry, at, open }) => [entry.id, at, open])).toEqual([
      ['3', minute(50), false],
      ['2', minute(90), true],
      ['1', minute(100), true],
    ]);
  });

  it('are all settled where the status names none', () => {
    const thread = { status: statusWith(), entries: [second, first] };
    expect(deadlinesOf(thread).map(({ open }) => open)).toEqual([false, false]);
  });

  it('are not worth a line where all are settled', () => {
    expect(otherDeadlines({ status: statusWith(), entries: [second, first] })).toEqual([]);
  });

  it('are not said twice where the call names the only one', () => {
    const status = statusWith({ actionId: '1', deadline: minute(100) });
    expect(otherDeadlines({ status, entries: [first] })).toEqual([]);
    expect(otherDeadlines({ status, entries: [second, first] })).toHaveLength(2);
  });
});
