import type { Reason } from '../failure.ts';
import type { ReasonText } from '../reason-text.ts';

type NetworkReason = Extract<
  Reason,
  | 'network-unreachable'
  | 'broken-off'
  | 'timed-out'
  | 'tls-failed'
  | 'certificate-unknown'
  | 'ca-file-unusable'
  | 'proxy-unreachable'
  | 'proxy-refused'
  | 'proxy-sign-in'
  | 'proxy-credentials-refused'
  | 'proxy-unusable'
  | 'policy-unusable'
>;

/** The words for what lies between this computer and a source: its part of the one table in `reasons.ts`. */
export const networkReasonTexts: Readonly<Record<NetworkReason, ReasonText>> = {
  'network-unreachable': {
    title: 'No connection',
    explanation: 'No connection to the source could be made from this computer.',
    nextStep: 'Check the network or VPN. Quayside goes on by itself when it is back.',
    recovery: 'retry',
  },
  'broken-off': {
    title: 'Answer broke off',
    explanation: 'The connection was made, and it ended before the answer was whole.',
    nextStep:
      'Nothing to do: Quayside asks again with a growing pause. If it lasts, ask your IT support about a proxy or firewall that ends connections.',
    recovery: 'retry',
  },
  'timed-out': {
    title: 'No answer in time',
    explanation: 'The source took the call and did not finish its answer.',
    nextStep: 'Nothing to do: Quayside tries again with a growing pause.',
    recovery: 'retry',
  },
  'tls-failed': {
    title: 'Certificate refused',
    explanation:
      'What answered gave a certificate that does not hold for this address: it is out of date, or for another name, or no TLS came about.',
    nextStep:
      'Check the address of the account and the clock of this computer. Behind a proxy that inspects traffic, ask your IT support.',
    recovery: 'retry',
  },
  'certificate-unknown': {
    title: 'Certificate not known to Quayside',
    explanation:
      'Quayside does not know who signed the certificate that answered. On a network that inspects traffic that is often the office’s own.',
    nextStep:
      'Ask your IT support for its certificate file and add it under Settings › Network; for the command, name it as "caFile" under "network" in the accounts file, or in NODE_EXTRA_CA_CERTS.',
    recovery: 'retry',
  },
  'ca-file-unusable': {
    title: 'Certificate file not usable',
    explanation: 'The file of certificates that is set for this network cannot be read, or holds none.',
    nextStep: 'Choose the file again under Settings › Network, or ask whoever set it.',
    recovery: 'retry',
  },
  'proxy-unreachable': {
    title: 'Proxy not reached',
    explanation: 'The proxy through which calls go out did not answer as one, so nothing was sent.',
    nextStep:
      'Check the proxy under Settings › Network and in the system, or ask your IT support. Quayside goes on by itself when it is back.',
    recovery: 'retry',
  },
  'proxy-refused': {
    title: 'The proxy does not let the call through',
    explanation: 'The proxy of your network answered, and opened no way to the source.',
    nextStep: 'Ask your IT support to let Quayside through the proxy to the address that is named.',
    recovery: 'retry',
  },
  'proxy-sign-in': {
    title: 'The proxy wants a name and password',
    explanation:
      'The proxy of your network lets through only who signs in (HTTP 407). It is the proxy that asks, not the source.',
    nextStep:
      'Enter its name and password under Settings › Network. Where it takes Windows sign-in alone, ask your IT support to let Quayside through without.',
    recovery: 'retry',
  },
  'proxy-credentials-refused': {
    title: 'The proxy refused its name and password',
    explanation:
      'The proxy of your network does not accept the name and password that are set for it (HTTP 407). Quayside does not repeat them, so that they are not locked.',
    nextStep: 'Correct them under Settings › Network, or where the proxy is set; the account then goes on.',
    recovery: 'person',
  },
  'proxy-unusable': {
    title: 'Proxy setting not usable',
    explanation: 'The proxy that is set is none that Quayside can call, so nothing was sent.',
    nextStep:
      'Name an HTTP proxy under Settings › Network, or correct what is named here; your IT support knows its address.',
    recovery: 'retry',
  },
  'policy-unusable': {
    title: 'Your office’s settings cannot be read',
    explanation:
      'Your office has set up Quayside on this computer, and the file of that has a fault. Nothing is sent until it is mended, since it may say how.',
    nextStep: 'Show your IT support the file and the fault that are named. Quayside goes on by itself.',
    recovery: 'retry',
  },
};
