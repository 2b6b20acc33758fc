import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AccountView, ShellState } from '../../shared/bridge.ts';
import type { Facets, PayloadText } from '../../shared/engine-api.ts';
import type { NotificationDetail } from '../../shared/notification.ts';
import type { Preferences } from '../../shared/settings.ts';
import type { EngineStatus } from '../../shared/status.ts';
import { valueOf } from './bridge.ts';
import { DEFAULT_PREFERENCES } from './default-preferences.ts';
import { useServices } from './services.ts';

export const queryKeys = {
  shell: ['shell'],
  preferences: ['preferences'],
  network: ['network'],
  networkState: ['network', 'state'],
  accounts: ['accounts'],
  status: ['status'],
  /** Everything that a change of stored notifications may change. */
  stored: ['stored'],
  facets: ['stored', 'facets'],
  list: ['stored', 'list'],
  total: ['stored', 'total'],
  notification: (id: string) => ['stored', 'notification', id],
  payload: (id: string, form: 'pretty' | 'raw') => ['payload', id, form],
} as const;

/** State is pushed as revisions, so nothing goes stale by age, and no failure of ours is mended by asking again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: false,
        networkMode: 'always',
        refetchOnReconnect: false,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export function useShell(): UseQueryResult<ShellState> {
  const { bridge } = useServices();
  return useQuery({ queryKey: queryKeys.shell, queryFn: () => valueOf(bridge.shellState(null)) });
}

/** The engine as the shell knows it; taken to run while that is not known. */
export const useEngine = (): Pick<ShellState, 'engine' | 'silentSince'> =>
  useShell().data ?? { engine: 'running', silentSince: null };

export function usePreferencesQuery(): UseQueryResult<Preferences> {
  const { bridge } = useServices();
  return useQuery({ queryKey: queryKeys.preferences, queryFn: () => valueOf(bridge.preferences(null)) });
}

/** The preferences, or the defaults while they are not known. */
export const usePreferences = (): Preferences => usePreferencesQuery().data ?? DEFAULT_PREFERENCES;

export function useAccounts(): UseQueryResult<AccountView[]> {
  const { bridge } = useServices();
  return useQuery({ queryKey: queryKeys.accounts, queryFn: () => valueOf(bridge.accounts(null)) });
}

export function useStatus(): UseQueryResult<EngineStatus> {
  const { bridge } = useServices();
  return useQuery({ queryKey: queryKeys.status, queryFn: () => valueOf(bridge.status(null)) });
}

export function useFacets(): UseQueryResult<Facets> {
  const { bridge } = useServices();
  return useQuery({ queryKey: queryKeys.facets, queryFn: () => valueOf(bridge.facets(null)) });
}

export function useNotification(id: string | null): UseQueryResult<NotificationDetail> {
  const { bridge } = useServices();
  return useQuery({
    queryKey: queryKeys.notification(id ?? ''),
    queryFn: () => valueOf(bridge.notification({ id: id ?? '' })),
    enabled: id !== null,
    // The last one stays, dimmed, until the next has come: walking down the list must not flicker.
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
}

/** A payload never changes once it is kept: no revision asks for it again. */
export function usePayload(id: string, form: 'pretty' | 'raw'): UseQueryResult<PayloadText> {
  const { bridge } = useServices();
  return useQuery({
    queryKey: queryKeys.payload(id, form),
    queryFn: () => valueOf(bridge.payload({ id, form })),
    gcTime: 10_000,
  });
}
