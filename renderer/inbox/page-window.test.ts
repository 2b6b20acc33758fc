import { describe, expect, it } from 'vitest';
import {
  EMPTY_WINDOW,
  extentOf,
  instantAfter,
  pageWindow,
  PAGE_SIZE,
  wanted,
  withStaying,
  type ListPage,
  type PageWindow,
} from './page-window.ts';
import { row, rows, threadRow } from './test-rows.ts';

const page = (given: Partial<ListPage>): ListPage => ({
  number: 0,
  after: null,
  next: null,
  rows: [],
  total: 0,
  totalIsCapped: false,
  ...given,
});
const hundred = Array.from({ length: PAGE_SIZE }, (_, index) => row({ id: String(1000 - index) }));
const held = (given: Partial<PageWindow>): PageWindow => ({ ...EMPTY_WINDOW, ...given });

describe('the held pages', () => {
  it('are one stretch that begins where its first page does', () => {
    const pages = [
      page({ number: 3, after: 'c', next: 'd', rows: rows('9', '8'), total: 950 }),
      page({ number: 4, after: 'd', next: 'e', rows: rows('7'), total: 951 }),
    ];
    expect(pageWindow(pages)).toEqual({
      start: 300,
      rows: [...rows('9', '8'), ...rows('7')],
      total: 951,
      totalIsCapped: false,
      hasOlder: true,
      joined: true,
    });
  });

  it('show a row once where two pages overlap', () => {
    const { rows: shown } = pageWindow([page({ rows: rows('9', '8') }), page({ rows: rows('8', '7') })]);
    expect(shown.map(({ id }) => id)).toEqual(['9', '8', '7']);
  });

  it('show a thread once where its newest notification changed between two pages', () => {
    const pages = [
      page({ rows: [threadRow(['9', '4'])] }),
      page({ rows: [threadRow(['4']), row({ id: '3' })] }),
    ];
    expect(pageWindow(pages).rows.map(({ id }) => id)).toEqual(['9', '3']);
  });

  it('tell when a page no longer begins where the one before it ends', () => {
    const pages = [page({ next: 'b' }), page({ number: 1, after: 'a' })];
    expect(pageWindow(pages).joined).toBe(false);
  });

  it('are nothing where there are none', () => {
    expect(pageWindow([])).toEqual(EMPTY_WINDOW);
  });
});

describe('the extent of the list', () => {
  it('is exact once the end is held', () => {
    expect(extentOf(held({ start: 200, rows: hundred, total: 999 }), 52)).toBe(300);
  });

  it('is the total before that, in steps where it is large', () => {
    const some = { rows: hundred, hasOlder: true };
    expect([
      extentOf(held({ ...some, total: 250 }), 52),
      extentOf(held({ ...some, total: 12_904 }), 52),
      extentOf(held({ ...some, total: 12_950 }), 52),
    ]).toEqual([250, 13_000, 13_000]);
  });

  it('reaches one page on where the total is not known', () => {
    const window = held({ start: 1000, rows: hundred, total: 1000, totalIsCapped: true, hasOlder: true });
    expect(extentOf(window, 52)).toBe(2000);
  });

  it('stays below what the browser can draw', () => {
    const window = held({ rows: hundred, total: 5_000_000, hasOlder: true });
    expect(extentOf(window, 50) * 50).toBeLessThanOrEqual(33_554_400);
  });
});

describe('a visible stretch', () => {
  const window = held({ start: 500, rows: [...hundred, ...hundred], total: 5000, hasOlder: true });

  it('asks for nothing in the middle, and for the next page before it reaches an edge', () => {
    expect([wanted(window, 590, 610), wanted(window, 640, 660), wanted(window, 520, 540)]).toEqual([
      'nothing',
      'older',
      'newer',
    ]);
  });

  it('asks for another place when it is far from what is held', () => {
    expect([wanted(window, 0, 20), wanted(window, 3000, 3020)]).toEqual(['elsewhere', 'elsewhere']);
  });

  it('asks for nothing beyond either end', () => {
    const whole = held({ rows: hundred, total: 100 });
    expect([wanted(whole, 0, 20), wanted(whole, 80, 99)]).toEqual(['nothing', 'nothing']);
  });
});

describe('rows that stay in sight', () => {
  const [nine, eight, seven, six] = rows('9', '8', '7', '6') as [never, never, never, never];
  const ends = { atNewest: true, atOldest: true };
  const middle = { atNewest: false, atOldest: false };

  it('keep their place among the others', () => {
    expect(withStaying([nine, six], [seven, eight], ends)).toEqual([nine, eight, seven, six]);
  });

  it('are shown once where the list has them itself', () => {
    expect(withStaying([nine, eight], [eight], ends)).toEqual([nine, eight]);
  });

  it('are left out where they lie beyond what is held', () => {
    expect(withStaying([eight, seven], [nine, six], middle)).toEqual([eight, seven]);
  });

  it('leave the order of the others alone, and know ten from nine', () => {
    const [ten, two] = rows('10', '2') as [never, never];
    expect(withStaying([two, eight], [ten, nine], ends)).toEqual([ten, nine, two, eight]);
  });

  it('are the list where nothing else is left', () => {
    expect(withStaying([], [nine], ends)).toEqual([nine]);
  });
});

describe('the instant after rows', () => {
  it('is one millisecond past the newest, in whatever order they come', () => {
    const two = [
      row({ receivedAt: '2026-11-22T09:00:00.000Z' }),
      row({ receivedAt: '2026-11-22T09:00:01.999Z' }),
    ];
    expect([instantAfter(two), instantAfter([])]).toEqual(['2026-11-22T09:00:02.000Z', null]);
  });
});
