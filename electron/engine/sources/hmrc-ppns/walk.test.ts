import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  BOX_STATUSES,
  MOST_PER_PAGE,
  pageQuery,
  stepWalk,
  type BoxStatus,
  type PageQuery,
  type Walk,
} from './walk.ts';

interface Item {
  readonly id: number;
  readonly at: number;
  readonly status: BoxStatus;
}

/** The box as HMRC lists it: oldest first, both ends inclusive, ties in the order given by `shuffle`. */
function list(box: readonly Item[], query: PageQuery, shuffle: () => number): readonly Item[] {
  return box
    .filter(({ at }) => (query.from === null || at >= query.from) && (query.to === null || at <= query.to))
    .filter(({ status }) => query.status === null || status === query.status)
    .map((item) => ({ item, tie: shuffle() }))
    .sort((a, b) => a.item.at - b.item.at || a.tie - b.tie)
    .map(({ item }) => item)
    .slice(0, query.count);
}

/** Walks a box that nobody changes from end to end. */
function walkAll(box: readonly Item[], countOf: (page: number) => number, shuffle: () => number) {
  const seen = new Set<number>();
  const gaps: { from: number; to: number }[] = [];
  let walk: Walk | null = { from: null, tie: null };
  let pages = 0;
  for (; walk !== null && pages < 10_000; pages += 1) {
    const count = countOf(pages);
    const page = list(box, pageQuery(walk, count), shuffle);
    const fresh = page.filter(({ id }) => !seen.has(id));
    fresh.forEach(({ id }) => seen.add(id));
    const step = stepWalk(
      walk,
      { length: page.length, last: page.at(-1)?.at ?? null, fresh: fresh.length },
      count,
    );
    if (step.gap) gaps.push(step.gap);
    walk = step.walk;
  }
  return { seen, gaps, pages };
}

const boxes = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 12 }),
      copies: fc.integer({ min: 1, max: 130 }),
      status: fc.constantFrom(...BOX_STATUSES),
    }),
    { maxLength: 12 },
  )
  .map((groups) =>
    groups.flatMap(({ at, copies, status }) => Array.from({ length: copies }, () => ({ at, status }))),
  )
  .map((items): Item[] => items.map((item, id) => ({ id, ...item })));

it('reads a hundred messages in two calls and one more in none', () => {
  const items = (n: number): Item[] =>
    Array.from({ length: n }, (_, id) => ({ id, at: id, status: 'pending' }));
  const pages = [0, 99, 100, 101, 199, 200, 250].map((n) => walkAll(items(n), () => 100, Math.random).pages);
  expect(pages).toEqual([1, 1, 2, 2, 3, 3, 3]);
});

it('reads every message, or names the millisecond in which it may have missed one', () => {
  fc.assert(
    fc.property(boxes, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (box, ties) => {
      const { seen, gaps, pages } = walkAll(
        box,
        () => MOST_PER_PAGE,
        () => Number(ties.next().value),
      );
      const missed = box.filter(
        ({ id, at }) => !seen.has(id) && !gaps.some((gap) => at >= gap.from && at <= gap.to),
      );
      expect({ missed, ended: pages < 10_000 }).toEqual({ missed: [], ended: true });
    }),
    { numRuns: 60 },
  );
});

it('reports a gap only where more than a page of one status shares a millisecond', () => {
  fc.assert(
    fc.property(boxes, (box) => {
      const { gaps } = walkAll(
        box,
        () => MOST_PER_PAGE,
        () => 0,
      );
      const crowded = gaps.filter(({ from, to }) => {
        const inIt = box.filter(({ at }) => at >= from && at <= to);
        return BOX_STATUSES.some((status) => inIt.filter((item) => item.status === status).length >= 100);
      });
      expect(crowded).toEqual(gaps);
    }),
    { numRuns: 60 },
  );
});

it('comes to an end with pages of any size that grow back', () => {
  const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 60 });
  fc.assert(
    fc.property(distinct, fc.integer({ min: 1, max: 100 }), (times, first) => {
      const box = times.map((at, id): Item => ({ id, at, status: 'failed' }));
      let count = first;
      const { seen, gaps } = walkAll(
        box,
        (page) => (count = page === 0 ? first : Math.min(100, count * 2)),
        Math.random,
      );
      expect({ seen: seen.size, gaps }).toEqual({ seen: box.length, gaps: [] });
    }),
  );
});
