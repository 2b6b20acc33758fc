import type { NetworkDraft, NetworkView } from '../../../shared/bridge.ts';
import { failure } from '../../../shared/failure.ts';
import type { NetworkState } from '../../../shared/network/network-state.ts';
import type { Scenario } from './scenario.ts';

/** The network as it is set, for a window without a shell. */
export function createNetworkFixture({ network: given }: Scenario) {
  let view: NetworkView = { network: {}, password: 'missing', isFixed: false };
  const POLICY = '/etc/quayside/policy.json';

  function state(): NetworkState {
    const { proxy = 'system', caFile = null } = view.network;
    const isOffice = given === 'office';
    return {
      office: {
        file: POLICY,
        proxy: isOffice,
        caFile: false,
        failure:
          given === 'broken'
            ? failure('policy-unusable', { detail: `${POLICY}: network.proxy.port: must be a whole number` })
            : null,
      },
      proxy: isOffice
        ? 'proxy.office:3128'
        : typeof proxy === 'string'
          ? proxy
          : `${proxy.host}:${proxy.port}`,
      caFile,
      caFailure: null,
      environment: given === 'environment' ? 'proxy.office:8080' : null,
      systemRoots: 146,
    };
  }

  return {
    view: () => view,
    state,
    save: ({ network, password }: NetworkDraft) => {
      view = { ...view, network, password: password === null ? view.password : 'held' };
      return null;
    },
  };
}
