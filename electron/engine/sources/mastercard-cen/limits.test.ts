import { describe, expect, it } from 'vitest';
import type { MastercardAccount } from '../../../../shared/accounts/account.ts';
import { mastercardLimits } from './limits.ts';
import { mastercardBaseUrl } from './urls.ts';

const account: MastercardAccount = {
  id: 'cards',
  name: 'Cards',
  source: 'mastercard-cen',
  environment: 'sandbox',
  consumerKey: 'abc!def',
  signingKey: { stored: true },
};
const spacings = (change: Partial<MastercardAccount>, kind: 'list' | 'message' | 'token') =>
  mastercardLimits({ ...account, ...change }, kind).map(({ spacingMs }) => spacingMs);

describe('Mastercard’s limits', () => {
  it('keep lists 10 s apart, those of subscriptions too, and any calls a second', () => {
    expect([spacings({}, 'list'), spacings({}, 'message'), spacings({}, 'token')]).toEqual([
      [10_000, 1_000],
      [10_000, 1_000],
      [1_000],
    ]);
  });

  it('may be made stricter, never looser', () => {
    expect([spacings({ callsPerSecond: 8 }, 'list'), spacings({ callsPerSecond: 0.1 }, 'list')]).toEqual([
      [10_000, 1_000],
      [10_000, 10_000],
    ]);
  });

  it('are of one consumer key at one host, and do not name it', () => {
    const keys = (change: Partial<MastercardAccount>) =>
      mastercardLimits({ ...account, ...change }, 'list').map(({ key }) => key);
    expect(keys({ id: 'other' })).toEqual(keys({}));
    expect(keys({ consumerKey: 'abc!other' })).not.toEqual(keys({}));
    expect(keys({ environment: 'production' })).not.toEqual(keys({}));
    expect(keys({}).join()).not.toContain('abc');
  });
});

describe('Mastercard’s address', () => {
  it.each([
    ['sandbox', 'https://sandbox.api.mastercard.com/commercial-event-notifications'],
    ['production', 'https://api.mastercard.com/commercial-event-notifications'],
    [{ baseUrl: 'https://Cards.Example:443/cen/' }, 'https://cards.example/cen'],
    [{ baseUrl: 'http://127.0.0.1:8089' }, 'http://127.0.0.1:8089'],
  ] as const)('%j', (environment, url) => {
    expect(mastercardBaseUrl(environment)).toBe(url);
  });
});
