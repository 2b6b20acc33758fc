import { cardStories, type CardStory } from './card-stories.ts';
import { merchantStories, type MerchantStory } from './merchant-stories.ts';

type PaymentStory = CardStory | MerchantStory;

/** What the days before brought, and how long ago it began. */
export const EARLIER_PAYMENTS: readonly { readonly hoursAgo: number; readonly story: PaymentStory }[] = [
  { hoursAgo: 50, story: merchantStories.dispute },
  { hoursAgo: 30, story: cardStories.purchase },
  { hoursAgo: 26, story: merchantStories.payout },
  { hoursAgo: 9, story: cardStories.payment },
  { hoursAgo: 7, story: merchantStories.payment },
  { hoursAgo: 4, story: cardStories.purchase },
  { hoursAgo: 3, story: merchantStories.payment },
  { hoursAgo: 2, story: cardStories.reversed },
];

/** There at the first look. */
export const PAYMENTS_AT_THE_FIRST_LOOK: readonly PaymentStory[] = [
  cardStories.declined,
  merchantStories.returnedDebit,
];

/** What happens in the first minute, and when it begins. */
export const FIRST_MINUTE_OF_PAYMENTS: readonly { readonly atMs: number; readonly story: PaymentStory }[] = [
  { atMs: 3_000, story: cardStories.purchase },
  { atMs: 6_000, story: merchantStories.failedPayout },
  { atMs: 8_000, story: merchantStories.undelivered },
  { atMs: 12_000, story: cardStories.token },
  { atMs: 14_000, story: merchantStories.payment },
  { atMs: 20_000, story: cardStories.declinedThenPaid },
  { atMs: 24_000, story: merchantStories.dispute },
];
