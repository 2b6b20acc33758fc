import type { Environment } from '../../../../shared/accounts/environment.ts';

/** J.P. Morgan's specification names both; the sandbox is its environment for client testing, CAT. */
const BASES = {
  sandbox: 'https://mns-aws-cat.jpmchase.com/v1',
  production: 'https://mns-aws.jpmchase.com/v1',
} as const;

/** One address for both: the client id and the resource tell test from production. */
const TOKEN_URL = 'https://idag2.jpmorganchase.com/adfs/oauth2/token';

/** The base address of an environment, `/v1` included, without a slash at its end. */
export function jpmBaseUrl(environment: Environment): string {
  return typeof environment === 'string' ? BASES[environment] : environment.baseUrl.replace(/\/+$/, '');
}

/** Where tokens come from, exactly as it is to stand in `aud`. */
export function jpmTokenUrl(environment: Environment): string {
  const own = typeof environment === 'string' ? undefined : environment.tokenUrl;
  return own ?? TOKEN_URL;
}
