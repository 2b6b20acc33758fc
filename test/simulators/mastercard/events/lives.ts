import { oneOf } from '../../cds/chance.ts';
import type { MastercardEvent } from '../notification-shelf.ts';
import { authorization, reversal } from './authorization.ts';
import { bpcAuthorization } from './bpc-authorization.ts';
import { bpcClearing, clearing } from './clearing.ts';
import { madeUpPayment, paymentUpdate, type PaymentStatus } from './payment-update.ts';
import { madeUpPurchase, type Purchase } from './purchase.ts';
import { madeUpToken, tokenLifecycle, tokenProvisioning } from './token.ts';

/** One event so many milliseconds of the real world after the one before it in the same life. */
export interface LifeEvent {
  readonly afterMs: number;
  readonly event: MastercardEvent;
}

/** The events of one purchase, payment or card, from the first on. `at` is its beginning, epoch milliseconds. */
export type Life = (random: () => number, at: number, purchase?: Purchase) => readonly LifeEvent[];

const DAY_MS = 86_400_000;

export const mastercardLives = {
  /** Authorized and cleared a day later: the same money twice, by one banknet reference. */
  purchase: (random, at, purchase = madeUpPurchase(random, at)) => [
    { afterMs: 0, event: authorization(random, purchase) },
    { afterMs: DAY_MS, event: clearing(random, purchase) },
  ],
  /** The same at Business Payment Controls. */
  bpcPurchase: (random, at, purchase = madeUpPurchase(random, at)) => [
    { afterMs: 0, event: bpcAuthorization(random, purchase) },
    { afterMs: DAY_MS, event: bpcClearing(random, purchase) },
  ],
  /** Insufficient funds. */
  declined: (random, at, purchase = madeUpPurchase(random, at)) => [
    { afterMs: 0, event: authorization(random, purchase, { responseCode: '51' }) },
  ],
  reversed: (random, at, purchase = madeUpPurchase(random, at)) => [
    { afterMs: 0, event: authorization(random, purchase) },
    { afterMs: 600_000, event: reversal(random, purchase, { afterMs: 600_000 }) },
  ],
  refunded: (random, at, purchase = madeUpPurchase(random, at)) => [
    { afterMs: 0, event: authorization(random, purchase) },
    { afterMs: DAY_MS, event: clearing(random, purchase) },
    { afterMs: 3 * DAY_MS, event: clearing(random, purchase, { afterMs: 4 * DAY_MS, type: 'C' }) },
  ],
  payment: (random, at) => {
    const payment = madeUpPayment(random);
    const end: PaymentStatus = oneOf(random, ['APPROVED', 'APPROVED', 'DECLINED']);
    return (['SUBMITTED', 'PENDING', 'RECEIVED', 'ACCEPTED', end] as const).map((status, index) => ({
      afterMs: index === 0 ? 0 : 1_800_000,
      event: paymentUpdate(payment, status, at + index * 1_800_000),
    }));
  },
  token: (random, at) => {
    const token = madeUpToken(random, at);
    return [
      { afterMs: 0, event: tokenProvisioning(random, token, at, { eventType: 'COMPLETED' }) },
      { afterMs: 60_000, event: tokenLifecycle(random, token, at + 60_000, { eventType: 'CREATED' }) },
      { afterMs: DAY_MS, event: tokenLifecycle(random, token, at + DAY_MS, { status: 'SUSPENDED' }) },
    ];
  },
} as const satisfies Record<string, Life>;
