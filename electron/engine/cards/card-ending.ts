import { CARD_TOKEN } from './card-tokens.ts';

/** What may be shown of a card, and what ties its notifications together. */
export interface CardMark {
  /** The last four digits. */
  readonly ending: string;
  /** Its keyed token; null where only a masked number came, which several cards may share. */
  readonly token: string | null;
}

/** Reads a token, or a masked number such as `************1234`; null for anything else. */
export function cardMark(text: string | null): CardMark | null {
  const word = text?.trim() ?? '';
  const [, ofToken] = CARD_TOKEN.exec(word) ?? [];
  if (ofToken !== undefined) return { ending: ofToken, token: word };
  const [, ofMask] = MASKED.exec(word) ?? [];
  return ofMask === undefined ? null : { ending: ofMask, token: null };
}

const MASKED = /^\d{0,8}[ -]?(?:[*Xx\u2022#][ -]?){2,}(\d{4})$/;

/** Stands for a card number where there is no key: nothing of it but the last four. */
export const maskedCard = (pan: string): string => `************${pan.slice(-4)}`;
