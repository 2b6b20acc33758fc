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
  content: { clearingTransactionId: 7, a: [2, { d: 3, c: 4 }] },
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
    ['the order of members', { content: { a: [2, { c: 4, d: 3 }], clearingTransactionId: 7 } }],
  ])('is the same whatever is %s', (_, more) => {
    expect(identity({ ...event, ...more })).toBe(identity(event));
  });

  it.each([
    ['subject', { subject: 'PAYMENT_UPDATE' }],
    ['year', { createdTimestamp: '2027-11-22T09:40:11.000Z' }],
    ['order in a list', { content: { clearingTransactionId: 7, a: [{ d: 3, c: 4 }, 2] } }],
    ['value', { content: { clearingTransactionId: 8, a: [2, { d: 3, c: 4 }] } }],
    ['type of a value', { content: { clearingTransactionId: '7', a: [2, { d: 3, c: 4 }] } }],
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

  it('of a named event does not depend on the key of the card tokens, nor on whether the card came in full or masked', () => {
    fc.assert(
      fc.property(cardNumbers, fc.jsonValue(), (pan, other) => {
        const with_ = (number: unknown) => ({
          ...event,
          content: { clearingTransactionId: 7, card: { number }, other, note: `card ${String(number)}` },
        });
        const kept = [1, 2].map((seed) => {
          const bytes = new TextEncoder().encode(JSON.stringify(with_(pan)));
          const tokens = createCardTokens(new Uint8Array(32).fill(seed));
          return identity(JSON.parse(new TextDecoder().decode(protectCards(bytes, tokens))));
        });
        expect(new Set([...kept, identity(with_(pan))]).size).toBe(1);
      }),
    );
    const card = (number: unknown) =>
      identity({ ...event, content: { clearingTransactionId: 7, card: { number } } });
    const sameCard = ['************4242', '4242424242424242', 4242424242424242, -4242424242424242];
    expect(new Set(sameCard.map(card)).size).toBe(1);
  });

  it.each([
    ['PAYMENT_AUTHORIZATION', { systemTraceAuditNumber: '004711', traceId: 'MCCB7K2QX1122  ' }],
    [
      'PAYMENT_AUTHORIZATION',
      { systemTraceAuditNumber: '004711', transmissionRawDate: '1122', transmissionRawTime: '094009' },
    ],
    ['BPC_PAYMENT_AUTHORIZATION', { systemTraceAuditNumber: '004711', traceId: 'MCCB7K2QX1122' }],
    [
      'BPC_PAYMENT_AUTHORIZATION',
      { transactionInformation: { systemTraceAuditNumber: '004711' }, traceId: 'MCCB7K2QX1122' },
    ],
    ['CLEARING', { clearingTransactionId: 7 }],
    ['BPC_CLEARING', { transactionInformation: { clearingTransactionId: '7' } }],
    ['PAYMENT_UPDATE', { bpsTransactionId: 'b', status: 'PENDING', updatedDate: '2026-11-20' }],
    ['TOKEN_LIFECYCLE_EVENT', { tokenInfo: { accountGuid: 'g', lastUpdatedDate: '2026-11-20T09:00:00Z' } }],
  ])('counts the moment of a %s only where a part of what names the event is missing', (subject, content) => {
    const named = { ...event, subject, content };
    const later = { createdTimestamp: '2026-11-22T09:40:11.001Z' };
    const isMerged = (one: object) => identity(one) === identity({ ...one, ...later });
    const without = Object.keys(content).map((name) => {
      const less = { ...content, [name]: name === 'systemTraceAuditNumber' ? '000000' : ' ' };
      return isMerged({ ...named, content: less });
    });
    expect([isMerged(named), without.includes(true), isMerged({ ...named, subject: 'NEW' })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('of an event without a name tells two cards of the same last four apart by their tokens', () => {
    const card = (number: string) => identity({ ...event, subject: 'NEW', content: { number } });
    const [one, other] = ['tok_0a1b2c3d4e5f6071_4444', 'tok_1a1b2c3d4e5f6071_4444'];
    expect([card(one), card(other)]).toEqual([card(one), expect.not.stringMatching(card(one))]);
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
