import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Filter } from '../../shared/filter.ts';
import { valueOf } from '../app/bridge.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { cappedCount } from '../ui/format.ts';

export interface Total {
  readonly total: number;
  readonly totalIsCapped: boolean;
}

/** How many rows a filter shows; undefined until known, or while `filter` is null. */
export function useTotal(filter: Filter | null): Total | undefined {
  const { bridge } = useServices();
  const query = useQuery({
    queryKey: [...queryKeys.total, filter],
    queryFn: async (): Promise<Total> => {
      const page = await valueOf(bridge.page({ filter: filter ?? {}, after: null, limit: 1 }));
      return { total: page.total, totalIsCapped: page.totalIsCapped };
    },
    enabled: filter !== null,
    gcTime: 0,
  });
  return query.data;
}

/** What arrived since the list was held; null for nothing. Says so once, when the first has come. */
export function useArrivals(filter: Filter, heldAt: string | null): Total | null {
  const { announce } = useServices();
  const since = heldAt === null ? null : { ...filter, since: heldAt };
  const arrivals = useTotal(since);
  const some = arrivals !== undefined && arrivals.total > 0 ? arrivals : null;
  const words = some === null ? '' : cappedCount(some.total, some.totalIsCapped);
  const hasSome = some !== null;
  useEffect(() => {
    if (hasSome) announce(`${words} new at the top of the list`);
    // Said when the first arrives: a stream of them would talk for ever.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hasSome, announce]);
  return some;
}
