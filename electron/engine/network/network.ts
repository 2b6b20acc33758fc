import type { Failure } from '../../../shared/failure.ts';
import type { OpenedNetwork } from '../../../shared/network/network-settings.ts';
import type { NetworkState } from '../../../shared/network/network-state.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { Env } from './env-proxy.ts';
import { describeNetwork, type InForce } from './network-state.ts';
import { readPolicy } from './read-policy.ts';
import { gatherTrust, type Trust } from './trust.ts';
import type { Way } from './way.ts';
import { waysTo, type AskSystem } from './ways-to.ts';

export interface NetworkOptions {
  readonly platform: NodeJS.Platform;
  readonly env: Env;
  /** The office's settings for this computer. */
  readonly policyFile: string;
  /** Asks what the system's proxy settings say of an address; absent where there is nobody to ask. */
  readonly askSystem?: AskSystem;
}

/** How calls get out of this computer's network, as the office, the person and the system have set it. */
export interface Network {
  /**
   * What the person has set, in the settings or the accounts file. The office's settings go before. Returns whether it
   * is other than what was.
   */
  choose(chosen: OpenedNetwork): boolean;
  /** Differs after each `choose`: what was connected before need not hold any more. */
  choice(): number;
  /** The ways to the host of an https address, in the order in which they are to be tried. */
  waysTo(host: string, port: number): Promise<Result<readonly Way[], Failure>>;
  /** Whom to trust; gathered once, and again after `choose` and `doubt`. */
  trust(): Result<Trust, Failure>;
  /** A certificate was not known: somebody may have added it since the roots were gathered. */
  doubt(): void;
  /** What holds now, and what the office has set; fails where its file cannot be used. */
  inForce(): Result<InForce, Failure>;
  state(): NetworkState;
}

export function createNetwork(options: NetworkOptions): Network {
  const { platform, env, policyFile } = options;
  let chosen: OpenedNetwork = {};
  let choice = 0;
  let trust: Result<Trust, Failure> | null = null;
  let trustedFile: string | null = null;

  /** Read anew each time, so that a policy that is mended, or put in place, holds without a new start. */
  function inForce(): Result<InForce, Failure> {
    const office = readPolicy(policyFile, env);
    return office.ok
      ? ok({ network: { ...chosen, ...office.value }, office: office.value })
      : failed(office.failure);
  }

  function trustNow(): Result<Trust, Failure> {
    const now = inForce();
    if (!now.ok) return now;
    const caFile = now.value.network.caFile ?? null;
    if (trust?.ok !== true || caFile !== trustedFile) trust = gatherTrust({ platform, env, caFile });
    trustedFile = caFile;
    return trust;
  }

  return {
    choose: (next) => {
      if (JSON.stringify(next) === JSON.stringify(chosen)) return false;
      chosen = next;
      choice += 1;
      trust = null;
      return true;
    },
    choice: () => choice,
    waysTo: async (host, port) => {
      const now = inForce();
      if (!now.ok) return now;
      return waysTo({
        host,
        port,
        proxy: now.value.network.proxy ?? 'system',
        env,
        askSystem: options.askSystem,
      });
    },
    trust: trustNow,
    doubt: () => (trust = null),
    inForce,
    state: () => describeNetwork(policyFile, env, inForce(), trustNow()),
  };
}
