import type { Environment } from '../../../../shared/accounts/environment.ts';

/** HMRC's developer platform: the bare hosts, as its reference guide names them. */
const HOSTS = {
  sandbox: 'https://test-api.service.hmrc.gov.uk',
  production: 'https://api.service.hmrc.gov.uk',
} as const;

/** The base address of an environment, without a slash at its end. */
export function hmrcBaseUrl(environment: Environment): string {
  return typeof environment === 'string' ? HOSTS[environment] : withoutSlash(environment.baseUrl);
}

/** Where tokens come from: the same environment, unless the account names another address. */
export function hmrcTokenUrl(environment: Environment): string {
  const own = typeof environment === 'string' ? undefined : environment.tokenUrl;
  return own === undefined ? `${hmrcBaseUrl(environment)}/oauth/token` : withoutSlash(own);
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
