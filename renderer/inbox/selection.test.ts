import { describe, expect, it } from 'vitest';
import {
  isPicked,
  NO_SELECTION,
  rowAfter,
  selectionAfter,
  type Selection,
  type SelectionEvent,
} from './selection.ts';
import { row, rows, threadRow } from './test-rows.ts';

const list = rows('9', '8', '7', '6', '5');
const at = (id: string) => list.find((one) => one.id === id) ?? row();
const after = (...events: SelectionEvent[]): Selection => events.reduce(selectionAfter, NO_SELECTION);
const extend = (id: string): SelectionEvent => ({ kind: 'extend', to: at(id), rows: list });
const picked = (selection: Selection) => [...selection.picked.keys()].sort();

describe('the selection', () => {
  it('picks the rows between anchor and cursor, and gives back those that a shrinking range leaves', () => {
    const grown = after({ kind: 'move', id: '8' }, extend('7'), extend('5'));
    expect([picked(grown), picked(selectionAfter(grown, extend('7'))), grown.cursor]).toEqual([
      ['5', '6', '7', '8'],
      ['7', '8'],
      '5',
    ]);
  });

  it('keeps what was picked before a range began', () => {
    const selection = after({ kind: 'toggle', row: at('9') }, { kind: 'move', id: '6' }, extend('5'));
    expect(picked(selection)).toEqual(['5', '6', '9']);
  });

  it('picks upwards as well', () => {
    expect(picked(after({ kind: 'move', id: '6' }, extend('8')))).toEqual(['6', '7', '8']);
  });

  it('adds to what is picked where the anchor is not loaded any more', () => {
    const far = after({ kind: 'move', id: '5' }, extend('6'));
    const elsewhere = rows('4', '3');
    expect(picked(selectionAfter(far, { kind: 'extend', to: elsewhere[0]!, rows: elsewhere }))).toEqual([
      '4',
      '5',
      '6',
    ]);
  });

  it('takes a row out by the same key that put it in', () => {
    const once = after({ kind: 'toggle', row: at('7') });
    expect([picked(once), picked(selectionAfter(once, { kind: 'toggle', row: at('7') }))]).toEqual([
      ['7'],
      [],
    ]);
  });

  it('knows no exceptions from all', () => {
    const { all, picked: some } = after({ kind: 'pick-all' }, { kind: 'toggle', row: at('7') });
    expect({ all, some: some.size }).toEqual({ all: false, some: 0 });
  });

  it('keeps what is open when the filter changes, and says that it comes from outside', () => {
    const {
      cursor,
      fromOutside,
      picked: some,
    } = after({ kind: 'toggle', row: at('7') }, { kind: 'filter-changed' });
    expect({ cursor, fromOutside, some: some.size }).toEqual({ cursor: '7', fromOutside: true, some: 0 });
  });
});

describe('the row to go on with', () => {
  const isNew = () => true;

  it('is the next one down', () => {
    expect(rowAfter(list, new Set(['8']), '8', isNew)).toBe('7');
  });

  it('is below the whole of what was acted on', () => {
    expect(rowAfter(list, new Set(['8', '7', '6']), '7', isNew)).toBe('5');
  });

  it('is the nearest above where nothing is left below', () => {
    expect(rowAfter(list, new Set(['6', '5']), '5', isNew)).toBe('7');
  });

  it('passes over rows that are not wanted', () => {
    expect(rowAfter(list, new Set(['9']), '9', ({ id }) => id !== '8')).toBe('7');
  });

  it('is none where nothing is left', () => {
    expect(rowAfter(list, new Set(['9', '8', '7', '6', '5']), '9', isNew)).toBeNull();
  });
});

describe('the selection of threads', () => {
  const before = [threadRow(['9', '3']), threadRow(['7', '4']), threadRow(['5'])];
  // A newer message has come of the second, which is at the top now.
  const later = [threadRow(['11', '7', '4']), threadRow(['9', '3']), threadRow(['5'])];
  const [, second = row()] = before;
  const [secondLater = row()] = later;

  it('follows a thread whose newest notification is another by now', () => {
    const selection = after({ kind: 'toggle', row: second });
    const again = selectionAfter(selection, { kind: 'toggle', row: secondLater });
    expect([later.map((one) => isPicked(selection, one)), picked(again)]).toEqual([[true, false, false], []]);
  });

  it('extends from a thread that has moved', () => {
    const anchored = after({ kind: 'move', id: '7' });
    const range = selectionAfter(anchored, { kind: 'extend', to: later[1] ?? row(), rows: later });
    expect(picked(range)).toEqual(['11', '9']);
  });

  it('goes on below a thread that has moved', () => {
    expect(rowAfter(later, new Set(['11', '7', '4']), '7', () => true)).toBe('9');
  });
});
