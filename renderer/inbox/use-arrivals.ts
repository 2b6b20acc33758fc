import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Filter } from '../../shared/filter.ts';
import { valueOf } from '../app/bridge.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { cappedCount } from '../ui/format.ts';
import { arrivalsSentence } from './list-words.ts';
import { useThreadNoun } from './use-thread-noun.ts';
import { asOf, type ListBy } from './views.ts';

export interface Total {
  readonly total: number;
  readonly totalIsCapped: boolean;
}

/** How many rows a filter shows; undefined until known, or while `filter` is null. */
export function useTotal(by: ListBy, filter: Filter | null): Total | undefined {
  const { bridge } = useServices();
  const query = useQuery({
    queryKey: [...queryKeys.total, by, filter],
    queryFn: async (): Promise<Total> => {
      const page = await valueOf(bridge.page({ filter: filter ?? {}, by, after: null, limit: 1 }));
      return { total: page.total, totalIsCapped: page.totalIsCapped };
    },
    enabled: filter !== null,
    gcTime: 0,
  });
  return query.data;
}

/**
 * How many rows a filter shows as of an instant. Of notifications: all, less those that came since. The engine
 * counts all from its counters, and the few that came since by reading them; a count up to an instant would read
 * everything. Of threads it must be that count: one that something was added to since is there both before and after.
 */
export function useTotalAsOf(by: ListBy, filter: Filter | null, heldAt: string | null): Total | undefined {
  const counted = by === 'thread' && filter !== null ? asOf(filter, heldAt) : filter;
  const all = useTotal(by, counted);
  const subtracts = by === 'notification' && filter !== null && heldAt !== null;
  const since = useTotal(by, subtracts ? { ...filter, since: heldAt } : null);
  return useMemo(() => (subtracts ? less(all, since) : all), [all, since, subtracts]);
}

/** Undefined until both are known. */
export function less(all: Total | undefined, since: Total | undefined): Total | undefined {
  if (all === undefined || since === undefined) return undefined;
  return {
    total: Math.max(0, all.total - (all.totalIsCapped ? 0 : since.total)),
    totalIsCapped: all.totalIsCapped || since.totalIsCapped,
  };
}

/** What arrived since the list was held; null for nothing. Says so once, when the first has come. */
export function useArrivals(by: ListBy, filter: Filter, heldAt: string | null): Total | null {
  const { announce } = useServices();
  const noun = useThreadNoun();
  const arrivals = useTotal(by, heldAt === null ? null : { ...filter, since: heldAt });
  const some = arrivals !== undefined && arrivals.total > 0 ? arrivals : null;
  const words = some === null ? '' : cappedCount(some.total, some.totalIsCapped);
  const hasSome = some !== null;
  useEffect(() => {
    if (hasSome) announce(arrivalsSentence(words, by, noun));
    // Said when the first arrives: a stream of them would talk for ever.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hasSome, announce]);
  return some;
}
