import { z } from 'zod';
import type { JpmAccount, SignedInAccount } from '../../../../shared/accounts/account.ts';
import { failure, type Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { HttpRequest } from '../../http/http.ts';
import { openKeyMaterial, type OpenedKey } from '../../keys/open-key.ts';
import type { Clock } from '../../time/clock.ts';
import type { SourceContext } from '../source.ts';
import { clientAssertion } from './client-assertion.ts';
import { tokenFailure } from './jpm-failure.ts';
import { jpmTokenUrl } from './jpm-urls.ts';

/** Keeps one access token in memory. */
export interface JpmTokens {
  /** The token held, or a new one; callers that come together share one call. */
  get(context: SourceContext): Promise<Result<string, Failure>>;
  /** The API refused this token: the next `get` asks for another, unless one was had since. */
  refused(token: string): void;
}

/** OAuth 2.0 client credentials, proved by a signed assertion. */
export function createJpmTokens(account: SignedInAccount<JpmAccount>): JpmTokens {
  let held: HeldToken | null = null;
  let pending: Promise<Result<string, Failure>> | null = null;

  async function get(context: SourceContext): Promise<Result<string, Failure>> {
    if (held !== null && isFresh(held, context.clock)) return ok(held.token);
    if (pending === null) {
      pending = fetchToken(context).finally(() => (pending = null));
      return pending;
    }
    const shared = await pending;
    // Whoever began the call was stopped; that is no answer for the others.
    const wasStopped = !shared.ok && shared.failure.reason === 'cancelled' && !context.signal.aborted;
    return wasStopped ? get(context) : shared;
  }

  async function fetchToken(context: SourceContext): Promise<Result<string, Failure>> {
    const { clock } = context;
    const key = openKeyMaterial(account.secret, clock.now());
    if (!key.ok) return key;
    const asked = { now: clock.now(), uptime: clock.uptime() };
    const request = tokenRequest(account, key.value, asked.now);
    if (!request.ok) return request;
    const answer = await context.call('token', request.value);
    if (!answer.ok) return answer;
    if (answer.value.status !== 200) {
      // The slot may have been long in coming, for an assertion that lives five minutes.
      if (clock.uptime() - asked.uptime > LONG_WAIT_MS) return fetchToken(context);
      return failed(tokenFailure(answer.value, clock.now()));
    }
    const granted = readGrant(answer.value.body);
    if (granted === null) {
      return failed(
        failure('unexpected-answer', { status: 200, detail: 'the token endpoint sent no access token' }),
      );
    }
    held = { token: granted.access_token, asked, lifeMs: usableMs(granted.expires_in) };
    return ok(held.token);
  }

  return {
    get,
    refused: (token) => {
      if (held?.token === token) held = null;
    },
  };
}

const LONG_WAIT_MS = 240_000;

interface HeldToken {
  readonly token: string;
  readonly asked: { readonly now: number; readonly uptime: number };
  readonly lifeMs: number;
}

/** By both clocks: one may stand still while the machine sleeps, the other may be set back. */
function isFresh({ asked, lifeMs }: HeldToken, clock: Clock): boolean {
  const byWall = clock.now() - asked.now;
  return byWall >= 0 && byWall < lifeMs && clock.uptime() - asked.uptime < lifeMs;
}

/** A minute is kept back for the way, less of a life that is short. */
const usableMs = (seconds: number): number => seconds * 1000 - Math.min(60_000, seconds * 100);

const grantSchema = z.object({
  // One gateway puts white space around it.
  access_token: z.string().trim().min(1),
  // An hour in J.P. Morgan's samples; where it is missing the token is used for minutes only.
  expires_in: z.coerce.number().positive().catch(300),
});

function readGrant(body: Uint8Array): z.infer<typeof grantSchema> | null {
  try {
    return grantSchema.safeParse(JSON.parse(new TextDecoder().decode(body))).data ?? null;
  } catch {
    return null;
  }
}

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
