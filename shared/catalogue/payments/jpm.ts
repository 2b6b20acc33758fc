import type { Outcome } from '../../notification.ts';
import { jpmAccounts } from './jpm-accounts.ts';
import { jpmPayments } from './jpm-payments.ts';
import { jpmServices } from './jpm-services.ts';
import { watch, type PaymentEvent } from './payment-event.ts';

/**
 * What a J.P. Morgan notification means and how urgently a person must look: the one table for
 * `jpm-notifications`. Takes the family and the sub-type in any spelling that occurs (`DisputeNotification`,
 * `disputeNotification`, `allocationOrderSettlementNotificationSubscription`); null where the table lacks them.
 */
export const jpmEvent = (family: string, subType: string): PaymentEvent | null =>
  events.get(`${familyKey(family)} ${spelling(subType)}`) ?? null;

/**
 * What can be said of an event that the table lacks: its name in words, always to be looked at, because both
 * levels are open sets and a new sub-type may be one that costs money.
 */
export const unknownJpmEvent = (family: string, subType: string): PaymentEvent =>
  watch(
    inWords(subType) || inWords(family.replace(SUFFIX, '')) || 'Notification of a new kind',
    outcomeOf(subType),
    'J.P. Morgan sent a notification of a kind that Quayside has no description for. What it says is shown as it came.',
    'Read what it says below.',
  );

const SUFFIX = /(notification)?(subscription)?$/i;

const familyKey = (family: string): string => spelling(family).replace(SUFFIX, '');

/** Letters and digits, lower case. */
const spelling = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const events: ReadonlyMap<string, PaymentEvent> = new Map(
  [jpmPayments, jpmAccounts, jpmServices].flatMap((families) =>
    Object.entries(families).flatMap(([family, subTypes]) =>
      Object.entries(subTypes).map(([subType, event]) => [`${family} ${subType}`, event] as const),
    ),
  ),
);

/** `PayoutHeldAgain` as `Payout held again`. */
function inWords(name: string): string {
  const words = name
    .slice(0, LONGEST_NAME)
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const LONGEST_NAME = 80;

function outcomeOf(subType: string): Outcome {
  const [, outcome] = SIGNS.find(([sign]) => sign.test(subType)) ?? [];
  return outcome ?? 'unknown';
}

const SIGNS: readonly (readonly [RegExp, Outcome])[] = [
  [/declin|denied|refus|reject/i, 'declined'],
  [/return/i, 'returned'],
  [/disput|chargeback/i, 'disputed'],
  [/fail|error|exception|overdrawn/i, 'failed'],
];
