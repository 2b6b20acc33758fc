import type { Environment } from '../../../../shared/accounts/environment.ts';
import { failed, ok } from '../../../../shared/result.ts';
import { createTokenHolder, type TokenHolder } from '../token-holder.ts';
import { tokenFailure } from './errors.ts';
import { hmrcTokenUrl } from './urls.ts';

/** What HMRC's client-credentials grant wants of an account. */
export interface HmrcCredentials {
  readonly clientId: string;
  readonly secret: string;
  readonly environment: Environment;
}

/** Application-restricted access: OAuth 2.0 client credentials, scopes separated by spaces, none for an API that wants none. */
export const createHmrcTokens = (credentials: HmrcCredentials, scopes: readonly string[]): TokenHolder =>
  createTokenHolder(async (context) => {
    const answer = await context.call('token', tokenRequest(credentials, scopes));
    if (!answer.ok) return answer;
    return answer.value.status === 200
      ? ok(answer.value)
      : failed(tokenFailure(answer.value, context.clock.now()));
  });

function tokenRequest({ clientId, secret, environment }: HmrcCredentials, scopes: readonly string[]) {
  const form = new URLSearchParams({
    client_id: clientId,
    client_secret: secret,
    grant_type: 'client_credentials',
  });
  if (scopes.length > 0) form.set('scope', scopes.join(' '));
  return {
    method: 'POST',
    url: hmrcTokenUrl(environment),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
  } as const;
}
