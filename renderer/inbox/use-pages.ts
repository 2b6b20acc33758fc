import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ListRow } from '../../shared/engine-api.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Filter } from '../../shared/filter.ts';
import { failureOf, valueOf } from '../app/bridge.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { createCursorTrail } from './cursor-trail.ts';
import { asListed } from './list-row.ts';
import {
  MAX_PAGES,
  PAGE_SIZE,
  pageWindow,
  wanted,
  type ListPage,
  type PageWindow,
  type Want,
} from './page-window.ts';
import { asOf, type ListBy } from './views.ts';

/** A long walk tells how far it has come, but not at each page: drawing costs more than fetching. */
const TELL_EVERY = 25;

export interface Pages {
  readonly window: PageWindow;
  readonly status: 'pending' | 'error' | 'success';
  readonly failure: Failure | null;
  /** True while the rows of the filter before are still shown. */
  readonly isPrevious: boolean;
  /** Changes with every answer. */
  readonly answer: number;
  /** The row that a walk through far pages has come to; null while there is none. */
  readonly walkedTo: number | null;
  /** Tells which places are visible: fetches the next page at either end. `elsewhere` is left to `bring`. */
  readonly want: (first: number, last: number) => Want;
  /** Fetches the page of a place, however far, and holds it instead of those held now; null where that was overtaken or failed. */
  readonly bring: (place: number) => Promise<{ row: ListRow; place: number } | null>;
}

/** Keyset pages of one filter as a sliding window. `instant` leaves out what was received since; `key` names filter and kind of row. */
export function usePages(key: string, by: ListBy, filter: Filter, instant: string | null): Pages {
  const { bridge, queries } = useServices();
  const [walk, setWalk] = useState(() => ({ key, trail: createCursorTrail() }));
  if (walk.key !== key) setWalk({ key, trail: createCursorTrail() });
  const { trail } = walk;
  const [walkedTo, setWalkedTo] = useState<number | null>(null);
  const turn = useRef(0);
  const queryKey = useMemo(() => [...queryKeys.list, key], [key]);

  const fetchPage = useCallback(
    async (number: number): Promise<ListPage> => {
      const after = trail.cursor(number) ?? null;
      const page = await valueOf(bridge.page({ filter: asOf(filter, instant), by, after, limit: PAGE_SIZE }));
      trail.learn(number, page.next);
      return { number, after, ...page, rows: page.rows.map(asListed) };
    },
    [bridge, trail, by, filter, instant],
  );

  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: 0,
    getNextPageParam: (last: ListPage) => (last.next === null ? undefined : last.number + 1),
    getPreviousPageParam: (first: ListPage) => (first.number === 0 ? undefined : first.number - 1),
    maxPages: MAX_PAGES,
    placeholderData: keepPreviousData,
    // A trail belongs to its pages: neither outlives the other.
    gcTime: 0,
  });
  const { data, fetchNextPage, fetchPreviousPage, isFetching, isPlaceholderData } = query;
  const held = useMemo(() => pageWindow(data?.pages ?? []), [data]);

  const bring = useCallback(
    async (place: number) => {
      turn.current += 1;
      const mine = turn.current;
      const goal = Math.floor(place / PAGE_SIZE);
      try {
        while (trail.reach() < goal) {
          const { number, next } = await fetchPage(trail.reach());
          if (turn.current !== mine) return null;
          if (next === null) break;
          if (number % TELL_EVERY === 0) setWalkedTo((number + 1) * PAGE_SIZE);
        }
        const page = await fetchPage(Math.min(goal, trail.reach()));
        if (turn.current !== mine) return null;
        await queries.cancelQueries({ queryKey });
        queries.setQueryData(queryKey, { pages: [page], pageParams: [page.number] });
        const offset = Math.min(place - page.number * PAGE_SIZE, page.rows.length - 1);
        const row = page.rows[offset];
        return row === undefined ? null : { row, place: page.number * PAGE_SIZE + offset };
      } catch {
        // The list's own query meets the same failure, and shows it.
        return null;
      } finally {
        if (turn.current === mine) setWalkedTo(null);
      }
    },
    [fetchPage, queries, queryKey, trail],
  );

  useRepair(held, isFetching, isPlaceholderData, queryKey, bring);

  const want = useCallback(
    (first: number, last: number): Want => {
      if (isPlaceholderData) return 'nothing';
      const want = wanted(held, first, last);
      if (want === 'older') void fetchNextPage({ cancelRefetch: false });
      if (want === 'newer') void fetchPreviousPage({ cancelRefetch: false });
      return want;
    },
    [held, isPlaceholderData, fetchNextPage, fetchPreviousPage],
  );

  return {
    window: held,
    status: query.status,
    failure: query.error === null ? null : failureOf(query.error),
    isPrevious: isPlaceholderData,
    answer: query.dataUpdatedAt,
    walkedTo,
    want,
    bring,
  };
}

/** Pages fetched at different times may not meet any more, or lie beyond an end that has moved: then they are read again. */
function useRepair(
  held: PageWindow,
  isFetching: boolean,
  isPlaceholder: boolean,
  queryKey: readonly unknown[],
  bring: Pages['bring'],
): void {
  const { queries } = useServices();
  const isLost = held.start > 0 && held.rows.length === 0;
  useEffect(() => {
    if (isFetching || isPlaceholder) return;
    if (isLost) void bring(held.start - 1);
    else if (!held.joined) void queries.invalidateQueries({ queryKey });
  }, [isLost, held, isFetching, isPlaceholder, queryKey, bring, queries]);
}
