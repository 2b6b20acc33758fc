import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Thread } from '../../shared/thread.ts';
import { valueOf } from '../app/bridge.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';

const THREADS = [...queryKeys.stored, 'thread'] as const;

/** The thread of a notification; a revision asks for it again, for a message that arrives may change all of it. */
export function useThread(id: string): UseQueryResult<Thread> {
  const { bridge, queries } = useServices();
  return useQuery({
    queryKey: [...THREADS, id],
    queryFn: () => valueOf(bridge.thread({ id })),
    // From one message of a thread to the next nothing moves; another thread's story is never shown meanwhile.
    placeholderData: () => threadWith(queries, id),
    gcTime: 30_000,
  });
}

/** The story as another of its messages was shown with it. */
const threadWith = (queries: QueryClient, id: string): Thread | undefined =>
  queries
    .getQueriesData<Thread>({ queryKey: THREADS })
    .map(([, thread]) => thread)
    .find((thread) => thread?.entries.some(({ ids }) => ids.includes(id)));
