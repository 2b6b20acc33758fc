import { expect, it } from 'vitest';
import type { NetworkState } from '../../shared/network/network-state.ts';
import { inForceWords } from './network-words.ts';

const state: NetworkState = {
  office: { file: '/etc/quayside/policy.json', proxy: false, caFile: false, failure: null },
  proxy: 'system',
  caFile: null,
  caFailure: null,
  environment: null,
  systemRoots: 146,
};
const ROOTS = 'The 146 root certificates that this computer trusts are trusted here too.';

it('says what holds and because of whom', () => {
  const office = { ...state.office, proxy: true, caFile: true };
  expect([
    inForceWords(state, false),
    inForceWords({ ...state, environment: 'proxy.office:8080' }, false),
    inForceWords({ ...state, proxy: 'none', environment: 'proxy.office:8080' }, false),
    inForceWords({ ...state, office, proxy: 'proxy.office:3128', caFile: '/office.pem' }, false),
    inForceWords({ ...state, systemRoots: 0 }, true),
    inForceWords(null, false),
  ]).toEqual([
    [ROOTS],
    ['HTTPS_PROXY is set for Quayside: calls go through proxy.office:8080.', ROOTS],
    [ROOTS],
    [
      'Your office has set the proxy (/etc/quayside/policy.json): proxy.office:3128.',
      'Your office has set the certificate file (/etc/quayside/policy.json): /office.pem.',
      ROOTS,
    ],
    [
      'The accounts file given at start sets the network; it cannot be changed here.',
      'The root certificates of this computer could not be read: add your office’s own as a file below.',
    ],
    ['What holds is not known while Quayside restarts.'],
  ]);
});
