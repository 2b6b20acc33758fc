import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newWindow, stepWindow, type PageSeen, type Window } from './window.ts';

const WEEK = newWindow(0, 604_800_000);
const page = (length: number, total: number | null, first = 'a', last = 'z'): PageSeen => ({
  length,
  total,
  first: length === 0 ? null : first,
  last: length === 0 ? null : last,
});
/** The window after its first page of 100. */
const half: Window = { ...WEEK, offset: 99, last: 'z', total: 150, pageRows: 100 };

describe('a window', () => {
  it('is walked with its first page where that holds all', () => {
    expect(stepWindow(WEEK, page(37, 37), true)).toEqual({
      is: 'walked',
      rows: 37,
      pages: 1,
      totalHolds: true,
    });
  });

  it('goes on with a page that begins with the last row of the one before', () => {
    expect(stepWindow(WEEK, page(100, 150), true)).toEqual({ is: 'on', window: half });
    expect(stepWindow(half, page(51, 150, 'z'), true)).toMatchObject({ is: 'walked', rows: 150, pages: 2 });
  });

  it('is cut where much more is told of than should be walked at once', () => {
    expect(stepWindow(WEEK, page(100, 3000), true)).toEqual({
      is: 'narrowed',
      window: newWindow(0, 60_480_000),
      widthMs: 60_480_000,
    });
  });

  it('is not cut where the cut would save less than the pages that are read again', () => {
    expect(stepWindow(WEEK, page(100, 600), true).is).toBe('on');
    expect(stepWindow(WEEK, page(100, 601), true)).toMatchObject({ is: 'narrowed', widthMs: 301_896_838 });
  });

  it('is cut where much more comes than was told of', () => {
    const long = { ...half, offset: 594, total: null };
    expect(stepWindow(long, page(100, null, 'z', 'y'), true)).toMatchObject({
      is: 'narrowed',
      widthMs: 302_400_000,
    });
  });

  it('is walked again, half as wide, where a row has slipped', () => {
    expect(stepWindow(half, page(51, 150, 'y'), true)).toEqual({
      is: 'on',
      window: { ...newWindow(0, 302_400_000), tries: 1 },
    });
    expect(stepWindow(half, page(0, 150), true)).toMatchObject({ is: 'on', window: { tries: 1, offset: 0 } });
  });

  it('is walked again as it is where only the total has moved, and let be after the second time', () => {
    const again = (tries: number) => stepWindow({ ...half, tries }, page(52, 151, 'z'), true);
    expect([again(0), again(1), again(2)]).toEqual([
      { is: 'on', window: { ...WEEK, tries: 1 } },
      { is: 'on', window: { ...WEEK, tries: 2 } },
      { is: 'walked', rows: 151, pages: 2, totalHolds: true },
    ]);
  });

  it('is given up where it shifts for ever', () => {
    expect(stepWindow({ ...half, tries: 32 }, page(51, 150, 'y'), true)).toEqual({ is: 'stuck' });
  });

  it('ends with a page that brings nothing more, whatever the total says', () => {
    expect(stepWindow(half, page(1, 9000, 'z'), false)).toEqual({
      is: 'walked',
      rows: 100,
      pages: 1,
      totalHolds: false,
    });
    expect(stepWindow(WEEK, page(0, 9000), true)).toMatchObject({ is: 'walked', totalHolds: false });
  });

  it('reads a server that lists one row at a time', () => {
    expect(stepWindow(WEEK, page(1, 3), true)).toMatchObject({ is: 'on', window: { offset: 1, last: null } });
  });

  it('comes to an end on any list that stands still, and has read all of it', () => {
    const list = fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 200 });
    const told = fc.constantFrom<(n: number) => number | null>(
      (n) => n,
      () => null,
      () => 158_748,
    );
    fc.assert(
      fc.property(
        list,
        fc.integer({ min: 1, max: 60 }),
        told,
        fc.boolean(),
        (times, limit, total, trusts) => {
          const rows = times.sort((a, b) => a - b).map((at, index) => ({ at, mark: `${index}` }));
          const seen = new Set<string>();
          let isTrusted = trusts;
          let window = newWindow(0, 1000);
          for (let calls = 0; calls < 3000; calls += 1) {
            const found = rows.filter(({ at }) => at >= window.start && at < window.end);
            const listed = found.slice(window.offset, window.offset + limit);
            for (const { mark } of listed) seen.add(mark);
            const step = stepWindow(
              window,
              {
                length: listed.length,
                total: total(found.length),
                first: listed[0]?.mark ?? null,
                last: listed.at(-1)?.mark ?? null,
              },
              isTrusted,
            );
            if (step.is === 'stuck') throw new Error('stuck');
            if (step.is === 'walked') isTrusted = step.totalHolds;
            if (step.is === 'walked' && window.end === 1000) break;
            window = step.is === 'walked' ? newWindow(window.end, 1000) : step.window;
          }
          expect(seen.size).toBe(rows.length);
        },
      ),
    );
  });
});
