import { describe, expect, it } from 'vitest';
import { asListed, attentionOf, bears, freshIn, placesOf, rowKey, single } from './list-row.ts';
import { row, rows, threadRow } from './test-rows.ts';

const before = threadRow(['7', '4', '2']);
const after = threadRow(['9', '7', '4', '2']);

describe('a row that is a thread', () => {
  it('stands for all its notifications, so that what is open is still found when a newer one has come', () => {
    const places = (thread: typeof before) => {
      const found = placesOf([row({ id: '8' }), thread, row({ id: '1' })], 100);
      return [found.get('7'), found.get('4'), found.get('8'), found.get('3')];
    };
    expect([places(before), places(after)]).toEqual([
      [101, 101, 100, undefined],
      [101, 101, 100, undefined],
    ]);
  });

  it('keeps its name on screen while newer notifications become its face', () => {
    expect([rowKey(before), rowKey(after), bears(after, '7'), bears(after, '8')]).toEqual([
      '2',
      '2',
      true,
      false,
    ]);
  });

  it('has the state of the thread and not of its newest notification', () => {
    const listed = asListed({ ...threadRow(['7', '4'], { state: 'new', fresh: 1 }), state: 'acknowledged' });
    expect([listed.state, freshIn(listed), freshIn({ ...listed, state: 'acknowledged' })]).toEqual([
      'new',
      1,
      0,
    ]);
  });

  it('is as urgent as its status, and without one as its newest notification', () => {
    expect([
      attentionOf({ ...before, attention: 'info' }),
      attentionOf({ ...threadRow(['7'], { status: null, attention: 'watch' }), attention: 'info' }),
    ]).toEqual(['act', 'watch']);
  });
});

describe('a row that is a notification', () => {
  it('stands for itself', () => {
    const [one = row()] = rows('5');
    expect([rowKey(one), bears(one, '5'), freshIn(one), single(one), asListed(one)]).toEqual([
      '5',
      true,
      1,
      one,
      one,
    ]);
  });
});
