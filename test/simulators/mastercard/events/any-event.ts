import { oneOf, weighted } from '../../cds/chance.ts';
import type { MastercardEvent } from '../notification-shelf.ts';
import { authorization, reversal } from './authorization.ts';
import { bpcAuthorization } from './bpc-authorization.ts';
import { bpcClearing, clearing } from './clearing.ts';
import { madeUpPayment, paymentUpdate, type PaymentStatus } from './payment-update.ts';
import { madeUpPurchase } from './purchase.ts';
import { madeUpToken, tokenLifecycle, tokenProvisioning } from './token.ts';

/** The subjects that Mastercard documents. */
export const SUBJECTS = [
  'PAYMENT_AUTHORIZATION',
  'CLEARING',
  'BPC_PAYMENT_AUTHORIZATION',
  'BPC_CLEARING',
  'PAYMENT_UPDATE',
  'TOKEN_PROVISIONING_EVENT',
  'TOKEN_LIFECYCLE_EVENT',
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** An event of the subject that happens at `at`, epoch milliseconds; each one is another. */
export function eventOf(random: () => number, subject: Subject, at: number): MastercardEvent {
  switch (subject) {
    case 'PAYMENT_AUTHORIZATION': {
      const purchase = madeUpPurchase(random, at);
      const responseCode = oneOf(random, ['00', '00', '00', '51', '05']);
      return random() < 0.1 ? reversal(random, purchase) : authorization(random, purchase, { responseCode });
    }
    case 'CLEARING':
      return clearing(random, madeUpPurchase(random, at - DAY_MS), {
        type: oneOf(random, ['D', 'D', 'D', 'C']),
      });
    case 'BPC_PAYMENT_AUTHORIZATION': {
      const responseCode = oneOf(random, ['00', '00', '00', '51', '61']);
      return bpcAuthorization(random, madeUpPurchase(random, at), { responseCode, masks: random() < 0.5 });
    }
    case 'BPC_CLEARING':
      return bpcClearing(random, madeUpPurchase(random, at - DAY_MS));
    case 'PAYMENT_UPDATE': {
      const shape = oneOf(random, ['published', 'specified'] as const);
      return paymentUpdate(madeUpPayment(random), oneOf(random, PAYMENT_STATUSES), at, shape);
    }
    case 'TOKEN_PROVISIONING_EVENT': {
      const eventType = oneOf(random, ['APPROVED', 'COMPLETED', 'REJECTED'] as const);
      return tokenProvisioning(random, madeUpToken(random, at), at, { eventType });
    }
    case 'TOKEN_LIFECYCLE_EVENT': {
      const status = oneOf(random, ['ACTIVE', 'SUSPENDED', 'DEACTIVATED'] as const);
      return tokenLifecycle(random, madeUpToken(random, at), at, { status });
    }
  }
}

/** Any event, mostly of purchases. */
export const anyEvent = (random: () => number, at: number): MastercardEvent =>
  eventOf(random, weighted(random, WEIGHTS).subject, at);

const DAY_MS = 86_400_000;

const PAYMENT_STATUSES: readonly PaymentStatus[] = [
  'SUBMITTED',
  'PENDING',
  'RECEIVED',
  'ACCEPTED',
  'APPROVED',
  'DECLINED',
];

const WEIGHTS: readonly { readonly subject: Subject; readonly weight: number }[] = SUBJECTS.map(
  (subject, index) => ({ subject, weight: SUBJECTS.length - index }),
);
