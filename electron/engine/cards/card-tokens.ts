import { createHmac } from 'node:crypto';
import type { TokenOf } from './protect-cards.ts';

/** Bytes of a key: as many as the hash has. */
export const CARD_KEY_BYTES = 32;

/**
 * Keyed tokens such as `tok_3f9c2a7be1d04c55_4242`: the start of HMAC-SHA256 over the digits, and the last four.
 * The same card has the same token wherever this key is used, and another elsewhere. Without the key a token
 * cannot be traced back; with it, card numbers can be tried until one fits, so the key is as secret as they are.
 */
export function createCardTokens(key: Uint8Array): TokenOf {
  if (key.byteLength !== CARD_KEY_BYTES) throw new Error('a card key has 32 bytes');
  return (pan) => `tok_${digest(key, pan)}_${pan.slice(-4)}`;
}

/** `tok_…_4242` in a text and nothing else, with the last four as its first group. */
export const CARD_TOKEN = /^tok_[0-9a-f]{16}_(\d{4})$/;

/** Whether a card number was replaced in a text. */
export const holdsCardToken = (text: string): boolean => /tok_[0-9a-f]{16}_\d{4}/.test(text);

/** Of 64 bits. Never twelve digits in a row, which a search for card numbers would take for one. */
function digest(key: Uint8Array, pan: string): string {
  for (let round = 0; ; round++) {
    const message = round === 0 ? pan : `${pan} ${round}`;
    const hex = createHmac('sha256', key).update(message).digest('hex').slice(0, 16);
    if (!/\d{12}/.test(hex)) return hex;
  }
}
