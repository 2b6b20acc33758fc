import { describe, expect, it } from 'vitest';
import { noticesOf, type Circumstances } from './notices.ts';

const well: Circumstances = { activeSubscriptions: 2, aheadMs: 400 };
const titles = (change: Partial<Circumstances>) =>
  noticesOf({ ...well, ...change }).map(({ title }) => title);

describe('what a person should know', () => {
  it('is nothing where all is well, or not known', () => {
    expect([
      titles({}),
      titles({ activeSubscriptions: null, aheadMs: null }),
      titles({ aheadMs: -120_000 }),
    ]).toEqual([[], [], []]);
  });

  it.each<[string, Partial<Circumstances>]>([
    ['No subscription is active, so nothing will arrive', { activeSubscriptions: 0 }],
    ['The clock of this computer is 3 minutes ahead of Mastercard’s', { aheadMs: 180_000 }],
    ['The clock of this computer is 25 hours behind Mastercard’s', { aheadMs: -90_000_000 }],
  ])('%s', (title, change) => {
    expect(titles(change)).toEqual([title]);
  });
});
