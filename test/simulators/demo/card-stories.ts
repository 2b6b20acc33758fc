import { oneOf, weighted } from '../cds/chance.ts';
import { authorization, reversal } from '../mastercard/events/authorization.ts';
import { bpcAuthorization } from '../mastercard/events/bpc-authorization.ts';
import { clearing } from '../mastercard/events/clearing.ts';
import { madeUpPayment, paymentUpdate } from '../mastercard/events/payment-update.ts';
import { madeUpPurchase } from '../mastercard/events/purchase.ts';
import { madeUpToken, tokenLifecycle, tokenProvisioning } from '../mastercard/events/token.ts';
import type { MastercardEvent } from '../mastercard/notification-shelf.ts';
import type { Story } from './stage.ts';

/** What becomes of one purchase, payment or token on a company card. `bornAt` in epoch milliseconds. */
export type CardStory = (random: () => number, bornAt: number) => Story;

export const cardStories = {
  /** Authorised, and cleared soon after: the same money twice, by one reference. */
  purchase: (random, bornAt) => {
    const purchase = madeUpPurchase(random, bornAt);
    const masks = random() < 0.5;
    return [
      step(0, () => authorization(random, purchase, { masks })),
      step(22_000, (at) => clearing(random, purchase, { masks, afterMs: at - bornAt })),
    ];
  },
  declined: (random, bornAt) => {
    const purchase = madeUpPurchase(random, bornAt);
    const responseCode = oneOf(random, ['51', '05', '61']);
    return [step(0, () => authorization(random, purchase, { responseCode, masks: false }))];
  },
  /** Tried at once again, with better luck. */
  declinedThenPaid: (random, bornAt) => {
    const purchase = madeUpPurchase(random, bornAt);
    return [
      step(0, () => bpcAuthorization(random, purchase, { responseCode: '61' })),
      step(14_000, (at) => bpcAuthorization(random, { ...madeUpPurchase(random, at), ...cardsOf(purchase) })),
    ];
  },
  reversed: (random, bornAt) => {
    const purchase = madeUpPurchase(random, bornAt);
    return [
      step(0, () => authorization(random, purchase)),
      step(16_000, (at) => reversal(random, purchase, { afterMs: at - bornAt })),
    ];
  },
  payment: (random) => {
    const payment = madeUpPayment(random);
    const end = oneOf(random, ['APPROVED', 'APPROVED', 'APPROVED', 'DECLINED'] as const);
    return (['SUBMITTED', 'PENDING', 'ACCEPTED', end] as const).map((status, index) =>
      step(index === 0 ? 0 : 9_000, (at) => paymentUpdate(payment, status, at)),
    );
  },
  /** A card on somebody's telephone, who then loses it. */
  token: (random, bornAt) => {
    const token = madeUpToken(random, bornAt);
    return [
      step(0, (at) => tokenProvisioning(random, token, at, { eventType: 'COMPLETED', masks: false })),
      step(3_000, (at) => tokenLifecycle(random, token, at, { eventType: 'CREATED', masks: false })),
      step(24_000, (at) => tokenLifecycle(random, token, at, { status: 'SUSPENDED', masks: false })),
    ];
  },
} as const satisfies Record<string, CardStory>;

export const anyCardStory: CardStory = (random, bornAt) => weighted(random, LIVES).story(random, bornAt);

const LIVES: readonly { readonly story: CardStory; readonly weight: number }[] = [
  { story: cardStories.purchase, weight: 60 },
  { story: cardStories.declined, weight: 5 },
  { story: cardStories.declinedThenPaid, weight: 3 },
  { story: cardStories.reversed, weight: 6 },
  { story: cardStories.payment, weight: 16 },
  { story: cardStories.token, weight: 10 },
];

const step = (afterMs: number, eventAt: (at: number) => MastercardEvent): Story[number] => ({
  afterMs,
  send: (post, at) => post.mastercard(eventAt(at), at),
});

/** What a second purchase on the same card has of the first. */
const cardsOf = ({ realCard, virtualCard }: ReturnType<typeof madeUpPurchase>) => ({ realCard, virtualCard });
