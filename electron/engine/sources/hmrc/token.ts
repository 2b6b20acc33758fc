import { z } from 'zod';
import type { Environment } from '../../../../shared/accounts/environment.ts';
import { failure, type Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { Clock } from '../../time/clock.ts';
import type { SourceContext } from '../source.ts';
import { tokenFailure } from './errors.ts';
import { hmrcTokenUrl } from './urls.ts';

/** What HMRC's client-credentials grant wants of an account. */
export interface HmrcCredentials {
  readonly clientId: string;
  readonly secret: string;
  readonly environment: Environment;
}

/** Keeps one access token in memory. */
export interface TokenHolder {
  /** The token held, or a new one; callers that come together share one call. */
  get(context: SourceContext): Promise<Result<string, Failure>>;
  /** The API refused this token: the next `get` asks for another, unless one was had since. */
  refused(token: string): void;
}

/** Application-restricted access: OAuth 2.0 client credentials, scopes separated by spaces, none for an API that wants none. */
export function createTokenHolder(credentials: HmrcCredentials, scopes: readonly string[]): TokenHolder {
  let held: HeldToken | null = null;
  let pending: Promise<Result<string, Failure>> | null = null;

  async function get(context: SourceContext): Promise<Result<string, Failure>> {
    if (held && isFresh(held, context.clock)) return ok(held.token);
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
    const asked = { now: context.clock.now(), uptime: context.clock.uptime() };
    const answer = await context.call('token', tokenRequest(credentials, scopes));
    if (!answer.ok) return answer;
    if (answer.value.status !== 200) return failed(tokenFailure(answer.value, context.clock.now()));
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

interface HeldToken {
  readonly token: string;
  readonly asked: { readonly now: number; readonly uptime: number };
  readonly lifeMs: number;
}

/** By both clocks: one may stand still while the machine sleeps, the other may be set back. */
function isFresh({ asked, lifeMs }: HeldToken, clock: Clock): boolean {
  const byWall = clock.now() - asked.now;
  const byUptime = clock.uptime() - asked.uptime;
  return byWall >= 0 && byWall < lifeMs && byUptime < lifeMs;
}

const grantSchema = z.object({
  access_token: z.string().min(1),
  // Four hours at HMRC; where it is missing the token is used for minutes only.
  expires_in: z.coerce.number().positive().catch(300),
});

function readGrant(body: Uint8Array): z.infer<typeof grantSchema> | null {
  try {
    return grantSchema.safeParse(JSON.parse(new TextDecoder().decode(body))).data ?? null;
  } catch {
    return null;
  }
}

/** A minute is kept back for the way and for clocks that differ, less of a life that is short. */
const usableMs = (seconds: number): number => seconds * 1000 - Math.min(60_000, seconds * 100);

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
