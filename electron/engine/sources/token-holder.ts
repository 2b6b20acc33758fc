import { z } from 'zod';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { HttpResponse } from '../http/http.ts';
import type { Clock } from '../time/clock.ts';
import type { SourceContext } from './source.ts';

/** Keeps one access token in memory. */
export interface TokenHolder {
  /** The token held, or a new one; callers that come together share one call. */
  get(context: SourceContext): Promise<Result<string, Failure>>;
  /** The API refused this token: the next `get` asks for another, unless one was had since. */
  refused(token: string): void;
}

/** Asks the token endpoint. Succeeds with its 200 answer alone; what else came is a failure in the source's own words. */
export type AskForToken = (context: SourceContext) => Promise<Result<HttpResponse, Failure>>;

/** An OAuth 2.0 access token, held as long as it lives. */
export function createTokenHolder(ask: AskForToken): TokenHolder {
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
    const asked = { now: context.clock.now(), uptime: context.clock.uptime() };
    const answer = await ask(context);
    if (!answer.ok) return answer;
    const granted = readGrant(answer.value.body);
    if (granted === null) {
      const detail = 'the token endpoint sent no access token that can be used';
      return failed(failure('unexpected-answer', { status: answer.value.status, detail }));
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

/** What a header can carry (RFC 6750 allows less): a token with a line break in it is the server’s fault, and is asked for again. */
const SENDABLE = /^[\x21-\x7e]+$/;

const grantSchema = z.object({
  // One gateway puts white space around it.
  access_token: z.string().trim().regex(SENDABLE),
  // Four hours at HMRC, one at J.P. Morgan; where it is missing the token is used for minutes only.
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
