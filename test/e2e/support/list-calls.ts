import type { GatewayCall } from '../../simulators/hmrc-gateway/contract.ts';
import type { World } from './world.ts';

/** The list calls that reached the simulated HMRC, of one client or of all, in the order of arrival. */
export function listCalls(world: World, clientId?: string): readonly GatewayCall[] {
  return world.gateway.calls.filter(
    (call) => isListCall(call) && (clientId === undefined || call.clientId === clientId),
  );
}

const isListCall = ({ method, path }: GatewayCall): boolean =>
  method === 'GET' &&
  (/^\/notifications\/(unpulled|pulled)$/.test(path) || /\/box\/[^/]+\/notifications$/.test(path));
