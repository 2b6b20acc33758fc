import { createNetwork, type Network } from '../../electron/engine/network/network.ts';

/** Straight, by the roots of this computer, and by nothing that its environment or its office says. */
export const testNetwork = (): Network =>
  createNetwork({ platform: process.platform, env: {}, policyFile: '/no/such/policy.json' });
