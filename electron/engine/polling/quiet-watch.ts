import { failure, type Failure } from '../../../shared/failure.ts';
import type { Clock } from '../time/clock.ts';
import type { LimitRule } from './limit-rule.ts';
import type { Limiter, Quiet } from './limiter.ts';

/** Follows, for one account, whether a source wants to be left alone under the account's limits. */
export interface QuietWatch {
  /** Why and until when (epoch milliseconds) nothing is called; the same failure while it lasts. Null where nothing keeps it. */
  look(clock: Clock): { readonly failure: Failure; readonly until: number } | null;
  /** Whether it has begun or ended since this was last asked. */
  isNews(clock: Clock): boolean;
}

export function createQuietWatch(limiter: Limiter, rules: readonly LimitRule[]): QuietWatch {
  const spacingMs = Math.max(...rules.map((rule) => rule.spacingMs));
  let seen: { readonly failure: Failure; readonly until: number } | null = null;
  let told: Failure | null = null;

  function look(clock: Clock): typeof seen {
    const quiet = limiter.quietOf(rules);
    // What is over by the next slot holds nobody up.
    if (quiet === null || quiet.leftMs <= spacingMs) return (seen = null);
    const until = clock.now() + quiet.leftMs;
    const failure = askedToWait(quiet);
    // Asked again, or of another account, it is another one.
    const isSame = seen !== null && seen.failure.detail === failure.detail && until - seen.until < spacingMs;
    return (seen = { failure: isSame && seen !== null ? seen.failure : failure, until });
  }

  return {
    look,
    isNews: (clock) => {
      const now = look(clock)?.failure ?? null;
      const isNews = now !== told;
      told = now;
      return isNews;
    },
  };
}

/** Why a call is not made while a source wants to be left alone. */
export const askedToWait = ({ leftMs, askedOf }: Quiet): Failure =>
  failure('asked-to-wait', {
    detail: `asked of ${askedOf === null ? 'another copy of Quayside on this computer' : `account ${askedOf}`}`,
    retryAfterMs: leftMs,
  });
