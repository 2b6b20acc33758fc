import type { Failure } from '../../shared/failure.ts';
import { ok, type Result } from '../../shared/result.ts';
import { createCardTokens } from './cards/card-tokens.ts';
import { openCardKey } from './cards/open-card-key.ts';
import type { TokenOf } from './cards/protect-cards.ts';

/** What makes the tokens of one data directory. Fails where its key cannot be had, and is tried anew at the next call. */
export type CardTokens = () => Promise<Result<TokenOf, Failure>>;

/** The tokens of the data directory `directory`: its key is opened, or made, when the first payload wants it. */
export function cardTokensIn(directory: string): CardTokens {
  let opened: TokenOf | null = null;
  return async () => {
    if (opened !== null) return ok(opened);
    const key = await openCardKey(directory);
    if (!key.ok) return key;
    opened ??= createCardTokens(key.value);
    return ok(opened);
  };
}
