import type { Failure } from '../../shared/failure.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { CardTokens } from './card-tokens-in.ts';
import { protectCards, type TokenOf } from './cards/protect-cards.ts';
import { protectedText } from './cards/protected-text.ts';
import type { Received, Source } from './sources/source.ts';

/** A message as it may be written down. */
export type Protection = (received: Received) => Received;

/** How messages of this source are written down. A failure means that none may be: without tokens, nothing is kept. */
export async function protectionFor(
  { cards }: Pick<Source, 'cards'>,
  cardTokens: CardTokens,
): Promise<Result<Protection, Failure>> {
  if (cards === 'none') return ok((received) => received);
  const tokens = await cardTokens();
  return tokens.ok ? ok((received) => withoutCards(received, tokens.value)) : tokens;
}

/** The message with a token for each card number, in its payload and in what came beside it. */
export const withoutCards = (received: Received, tokenOf: TokenOf): Received => ({
  ...received,
  payload: protectCards(received.payload, tokenOf),
  envelope: Object.fromEntries(
    Object.entries(received.envelope).map(([name, value]) => [name, protectedText(value, tokenOf)]),
  ),
});
