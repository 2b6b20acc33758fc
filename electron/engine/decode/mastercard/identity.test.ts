import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardNumbers } from '../../cards/card.fixture.ts';
import { createCardTokens } from '../../cards/card-tokens.ts';
import { protectCards } from '../../cards/protect-cards.ts';
import { notificationIdentity } from './identity.ts';

const created = '2026-11-22T09:40:11.000Z';
const event = {
  subject: 'CLEARING',
  subscriptionName: 'a',
  pushStatus: 'PENDING',
  createdTimestamp: created,
  content: { b: 1, a: [2, { d: 3, c: 4 }] },
};
const identity = notificationIdentity;

describe('the identity of a notification', () => {
  it('is 64 hex digits', () => {
    expect(identity(event)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['the push status', { pushStatus: 'DELIVERED' }],
    ['the subscription', { subscriptionName: 'b' }],
    ['the moment it was made, in one year', { createdTimestamp: '2026-01-01T00:00:00.000Z' }],
    ['the order of members', { content: { a: [2, { c: 4, d: 3 }], b: 1 } }],
  ])('is the same whatever is %s', (_, more) => {
    expect(identity({ ...event, ...more })).toBe(identity(event));
  });

  it.each([
    ['subject', { subject: 'PAYMENT_UPDATE' }],
    ['year', { createdTimestamp: '2027-11-22T09:40:11.000Z' }],
    ['order in a list', { content: { b: 1, a: [{ d: 3, c: 4 }, 2] } }],
    ['value', { content: { b: 2, a: [2, { d: 3, c: 4 }] } }],
    ['type of a value', { content: { b: '1', a: [2, { d: 3, c: 4 }] } }],
  ])('is another with another %s', (_, more) => {
    expect(identity({ ...event, ...more })).not.toBe(identity(event));
  });

  it('of a token event is its idempotency key and subject', () => {
    const token = { ...event, subject: 'TOKEN_LIFECYCLE_EVENT', idempotencyKey: 'k1' };
    expect([
      identity({ ...token, content: 'other', createdTimestamp: '2020-01-01T00:00:00.000Z' }) ===
        identity(token),
      identity({ ...token, idempotencyKey: 'k2' }) === identity(token),
      identity({ ...token, subject: 'TOKEN_PROVISIONING_EVENT' }) === identity(token),
      identity({ ...event, idempotencyKey: 'k1' }) === identity(event),
    ]).toEqual([true, false, false, true]);
  });

  it('does not depend on the key of the card tokens, nor on whether the card came in full or masked', () => {
    fc.assert(
      fc.property(cardNumbers, fc.jsonValue(), (pan, other) => {
        const with_ = (number: unknown) => ({
          ...event,
          content: { card: { number }, other, note: `card ${String(number)}` },
        });
        const kept = [1, 2].map((seed) => {
          const bytes = new TextEncoder().encode(JSON.stringify(with_(pan)));
          const tokens = createCardTokens(new Uint8Array(32).fill(seed));
          return identity(JSON.parse(new TextDecoder().decode(protectCards(bytes, tokens))));
        });
        expect(new Set([...kept, identity(with_(pan))]).size).toBe(1);
      }),
    );
    const card = (number: unknown) => identity({ ...event, content: { card: { number } } });
    const sameCard = ['************4242', '4242424242424242', 4242424242424242, -4242424242424242];
    expect(new Set(sameCard.map(card)).size).toBe(1);
  });

  it('tells different contents apart, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        if (
          !same &&
          identity({ ...event, content: { one } }) === identity({ ...event, content: { one: other } })
        ) {
          expect(one).toEqual(other);
        }
        expect(identity(one)).toBe(identity(one));
      }),
    );
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(identity({ ...event, content: deep })).toMatch(/^[0-9a-f]{64}$/);
  });
});
