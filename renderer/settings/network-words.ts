import type { NetworkState } from '../../shared/network/network-state.ts';

/** What holds beside the fields, and because of whom, a sentence each. `isFixed`: the accounts file sets the network. */
export function inForceWords(state: NetworkState | null, isFixed: boolean): readonly string[] {
  if (state === null) return ['What holds is not known while Quayside restarts.'];
  const { office, proxy, environment, caFile, caFailure, systemRoots } = state;
  return [
    ...(isFixed ? ['The accounts file given at start sets the network; it cannot be changed here.'] : []),
    ...(office.proxy ? [`Your office has set the proxy (${office.file}): ${proxyWords(proxy)}.`] : []),
    ...(office.caFile ? [`Your office has set the certificate file (${office.file}): ${caFile ?? ''}.`] : []),
    ...(proxy === 'system' && environment !== null
      ? [`HTTPS_PROXY is set for Quayside: calls go through ${environment}.`]
      : []),
    ...(office.failure === null && caFailure === null ? [rootsWords(systemRoots)] : []),
  ];
}

const rootsWords = (count: number): string =>
  count > 0
    ? `The ${count} root certificates that this computer trusts are trusted here too.`
    : 'The root certificates of this computer could not be read: add your office’s own as a file below.';

function proxyWords(proxy: string): string {
  if (proxy === 'system') return 'as this computer is set';
  return proxy === 'none' ? 'none, calls go straight' : proxy;
}
