import type { Failure } from '../../../shared/failure.ts';
import type { OpenedNetwork } from '../../../shared/network/network-settings.ts';
import type { NetworkState } from '../../../shared/network/network-state.ts';
import type { Result } from '../../../shared/result.ts';
import { envProxy, type Env } from './env-proxy.ts';
import type { Trust } from './trust.ts';
import { proxyName } from './way.ts';

export interface InForce {
  /** What holds: the person's choice where the office sets nothing. */
  readonly network: OpenedNetwork;
  readonly office: OpenedNetwork;
}

/** What a person may know of the network as it is set now. */
export function describeNetwork(
  policyFile: string,
  env: Env,
  inForce: Result<InForce, Failure>,
  trust: Result<Trust, Failure>,
): NetworkState {
  const { network, office } = inForce.ok ? inForce.value : { network: {}, office: {} };
  const { proxy = 'system' } = network;
  const named = envProxy(env);
  return {
    office: {
      file: policyFile,
      proxy: office.proxy !== undefined,
      caFile: office.caFile !== undefined,
      failure: inForce.ok ? null : inForce.failure,
    },
    proxy: typeof proxy === 'string' ? proxy : proxyName(proxy),
    caFile: network.caFile ?? null,
    caFailure: trust.ok || !inForce.ok ? null : trust.failure,
    environment: named?.ok === true ? proxyName(named.value.proxy) : null,
    systemRoots: trust.ok ? trust.value.system : 0,
  };
}
