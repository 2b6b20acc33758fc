import { describe, expect, it } from 'vitest';
import { keyIntent, type KeyPlace, type KeyPress } from './key-intent.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const PLACES: readonly KeyPlace[] = ['field', 'list-row', 'list-control', 'elsewhere'];
const everywhere = (key: string, held?: Partial<KeyPress>) =>
  PLACES.map((place) => keyIntent(press(key, held), place)?.do ?? null);

describe('a key press', () => {
  it('acknowledges, undoes, selects and searches anywhere but in a field', () => {
    expect(['e', 'z', 'x', '/'].map((key) => everywhere(key))).toEqual([
      [null, 'acknowledge', 'acknowledge', 'acknowledge'],
      [null, 'undo', 'undo', 'undo'],
      [null, 'pick', 'pick', 'pick'],
      [null, 'search', 'search', 'search'],
    ]);
  });

  it('leaves a field with Escape alone', () => {
    expect(['Escape', 'Enter', 'ArrowDown', '?'].map((key) => keyIntent(press(key), 'field'))).toEqual([
      { do: 'back' },
      null,
      null,
      null,
    ]);
  });

  it('moves with j and k from everywhere, with the arrows in the list only', () => {
    expect([everywhere('j'), everywhere('ArrowDown')]).toEqual([
      [null, 'move', 'move', 'move'],
      [null, 'move', 'move', null],
    ]);
  });

  it('turns the list and what is open from everywhere but a field', () => {
    expect([everywhere('t'), everywhere('D')]).toEqual([
      [null, 'list-by', 'list-by', 'list-by'],
      [null, 'detail-as', 'detail-as', 'detail-as'],
    ]);
  });

  it('extends the selection with Shift', () => {
    expect([
      keyIntent(press('ArrowUp', { shiftKey: true }), 'list-row'),
      keyIntent(press('J', { shiftKey: true }), 'list-row'),
    ]).toEqual([
      { do: 'move', by: 'previous', extend: true },
      { do: 'move', by: 'next', extend: true },
    ]);
  });

  it('leaves Enter and Space to a control inside the row', () => {
    expect([everywhere('Enter'), everywhere(' ')]).toEqual([
      [null, 'open', null, null],
      [null, 'pick', null, null],
    ]);
  });

  it('selects all in the list only, so that text elsewhere can be selected', () => {
    expect([everywhere('a', { ctrlKey: true }), everywhere('a', { metaKey: true })]).toEqual([
      [null, 'pick-all', 'pick-all', null],
      [null, 'pick-all', 'pick-all', null],
    ]);
  });

  it('leaves every other combination to the system', () => {
    expect([
      ...everywhere('e', { ctrlKey: true }),
      ...everywhere('e', { altKey: true }),
      ...everywhere('z', { metaKey: true }),
      ...everywhere('q'),
    ]).toEqual(Array.from({ length: 16 }, () => null));
  });
});
