import type { Environment } from '../../../../shared/accounts/environment.ts';

const BASES = {
  sandbox: 'https://sandbox.api.mastercard.com/commercial-event-notifications',
  production: 'https://api.mastercard.com/commercial-event-notifications',
} as const;

/**
 * The service's address, without a slash at its end. One that a person gave is put into the form in which it goes over
 * the wire, since that is what is signed: a default port and capitals in the host are dropped.
 */
export function mastercardBaseUrl(environment: Environment): string {
  return typeof environment === 'string'
    ? BASES[environment]
    : new URL(environment.baseUrl).href.replace(/\/+$/, '');
}
