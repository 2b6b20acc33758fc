import { useQuery } from '@tanstack/react-query';
import type { NetworkView } from '../../shared/bridge.ts';
import type { NetworkState } from '../../shared/network/network-state.ts';
import { valueOf } from '../app/bridge.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';

/** The network as the person has set it, and what holds; undefined until known, null where the engine cannot say. */
export function useNetwork(): {
  readonly view: NetworkView | undefined;
  readonly state: NetworkState | null | undefined;
} {
  const { bridge } = useServices();
  const view = useQuery({
    queryKey: queryKeys.network,
    queryFn: () => valueOf(bridge.network(null)),
    ...FRESH,
  });
  const state = useQuery({
    queryKey: queryKeys.networkState,
    queryFn: () => valueOf(bridge.networkState(null)),
    ...FRESH,
  });
  return { view: view.data, state: state.isError ? null : state.data };
}

/** The office may have changed its file since: asked each time that the settings are opened. */
const FRESH = { staleTime: 0, gcTime: 0 } as const;
