import { cardRuns } from './card-runs.ts';
import type { TokenOf } from './protect-cards.ts';

/** A plain text with each card number in it replaced, as `protectCards` does in a payload. */
export function protectedText(text: string, tokenOf: TokenOf): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, digits } of cardRuns(text)) {
    parts.push(text.slice(at, start), tokenOf(digits));
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}
