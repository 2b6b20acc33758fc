import type { JpmAccount, SignedInAccount } from '../../../../shared/accounts/account.ts';
import { failure, type Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { HttpRequest } from '../../http/http.ts';
import { openKeyMaterial, type OpenedKey } from '../../keys/open-key.ts';
import { createTokenHolder, type AskForToken, type TokenHolder } from '../token-holder.ts';
import { clientAssertion } from './client-assertion.ts';
import { tokenFailure } from './jpm-failure.ts';
import { jpmTokenUrl } from './jpm-urls.ts';

/** OAuth 2.0 client credentials, proved by a signed assertion. */
export function createJpmTokens(account: SignedInAccount<JpmAccount>): TokenHolder {
  const ask: AskForToken = async (context) => {
    const { clock } = context;
    const key = openKeyMaterial(account.secret, clock.now());
    if (!key.ok) return key;
    const request = tokenRequest(account, key.value, clock.now());
    if (!request.ok) return request;
    const askedAt = clock.uptime();
    const answer = await context.call('token', request.value);
    if (!answer.ok) return answer;
    if (answer.value.status === 200) return ok(answer.value);
    // The slot may have been long in coming, for an assertion that lives five minutes.
    if (clock.uptime() - askedAt > LONG_WAIT_MS) return ask(context);
    return failed(tokenFailure(answer.value, clock.now()));
  };
  return createTokenHolder(ask);
}

const LONG_WAIT_MS = 240_000;

function tokenRequest(account: JpmAccount, key: OpenedKey, now: number): Result<HttpRequest, Failure> {
  const url = jpmTokenUrl(account.environment);
  const assertion = clientAssertion(key, { clientId: account.clientId, audience: url, now });
  if (assertion === null) {
    return failed(
      failure('key-unusable', {
        detail: 'there is no certificate with the key, and J.P. Morgan knows it by that',
      }),
    );
  }
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: account.clientId,
    resource: account.resource,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
  return ok({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
  });
}
