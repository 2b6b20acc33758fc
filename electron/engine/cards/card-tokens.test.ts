import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardMark, maskedCard } from './card-ending.ts';
import { cardNumbers } from './card.fixture.ts';
import { createCardTokens } from './card-tokens.ts';

const tokenOf = createCardTokens(new Uint8Array(32).fill(1));
const elsewhere = createCardTokens(new Uint8Array(32).fill(2));

describe('a card’s token', () => {
  it('is the same for the same card and key, another for another, and ends as the card does', () => {
    fc.assert(
      fc.property(cardNumbers, cardNumbers, (one, other) => {
        const token = tokenOf(one);
        expect(token).toMatch(new RegExp(`^tok_[0-9a-f]{16}_${one.slice(-4)}$`));
        expect([tokenOf(other) === token, elsewhere(one) === token]).toEqual([one === other, false]);
      }),
    );
  });

  it('never looks like a card number itself', () => {
    fc.assert(
      fc.property(cardNumbers, (pan) => !/\d{12}/.test(tokenOf(pan))),
      { numRuns: 2000 },
    );
  });

  it('takes a key of 32 bytes only', () => {
    expect(() => createCardTokens(new Uint8Array(31))).toThrow('32 bytes');
  });
});

describe('what may be shown of a card', () => {
  const token = tokenOf('4242424242424242');
  it.each([
    [token, { ending: '4242', token }],
    [` ${token} `, { ending: '4242', token }],
    [' ****************3589', { ending: '3589', token: null }],
    ['XXXXXXXXXXXX3878', { ending: '3878', token: null }],
    ['xxxx-xxxx-xxxx-3878', { ending: '3878', token: null }],
    ['424242******0576', { ending: '0576', token: null }],
    [maskedCard('4242424242424242'), { ending: '4242', token: null }],
    ['4242424242424242', null],
    ['null', null],
    ['', null],
    [null, null],
  ])('%s', (given, expected) => {
    expect(cardMark(given)).toEqual(expected);
  });
});
