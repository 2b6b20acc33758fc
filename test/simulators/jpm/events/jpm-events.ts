import { oneOf } from '../../cds/chance.ts';
import { FAMILIES } from '../families.ts';
import type { JpmEvent } from '../jpm-event.ts';
import { accountEvents } from './accounts.ts';
import { disputeEvents } from './disputes.ts';
import { eventOf, instant, uuid, type EventFactory } from './event-factory.ts';
import { paymentEvents } from './payments.ts';
import { payout, payoutEvents } from './payouts.ts';
import { recurringEvents } from './recurring.ts';
import { standingEvents } from './standing.ts';

/** Events with content of their own, by name: `jpmEvents.paymentDeclined(random, at)`. */
export const jpmEvents = {
  ...paymentEvents,
  ...disputeEvents,
  ...payoutEvents,
  ...recurringEvents,
  ...accountEvents,
  ...standingEvents,
} as const satisfies Record<string, EventFactory>;

/** Those whose payload bears a full number that passes the Luhn check: of a card, or of a token that looks like one. */
export const fullNumberEvents: readonly EventFactory[] = [
  disputeEvents.disputeWithCardInText,
  recurringEvents.paymentNotAppliedUnmasked,
  accountEvents.transactionFailed,
  standingEvents.tokenStateChange,
];

/** Those whose payload names or describes a person. */
export const personalEvents: readonly EventFactory[] = [
  recurringEvents.consumerCommunicationUpdated,
  accountEvents.transactionFailed,
  accountEvents.consentRevoked,
  standingEvents.kycPaymentHold,
];

/** One of any sub-type, by name: with content of its own where there is some, else with little more than an id. */
export function eventOfSubType(random: () => number, at: number, family: string, subType: string): JpmEvent {
  const named = namedFactories().get(`${family}.${subType}`);
  if (named !== undefined) return named(random, at);
  if (family === 'payoutNotification') return payout(subType)(random, at);
  const content = { id: uuid(random), lastUpdatedTimestamp: instant(at) };
  // The keys of the older disputes keep their capital.
  const isOlderDispute = family === 'disputeNotification' && !subType.startsWith('Dispute');
  return eventOf(family, subType, { content, ...(isOlderDispute ? { contentKey: subType } : {}) });
}

/** One of each sub-type that there is. */
export const oneOfEach = (random: () => number, at: number): readonly JpmEvent[] =>
  Object.entries(FAMILIES).flatMap(([family, subTypes]) =>
    subTypes.map((subType) => eventOfSubType(random, at, family, subType)),
  );

/** Any that has content of its own. */
export const anyJpmEvent = (random: () => number, at: number): JpmEvent =>
  oneOf(random, Object.values(jpmEvents))(random, at);

let named: ReadonlyMap<string, EventFactory> | null = null;

/** By `family.subType`. */
function namedFactories(): ReadonlyMap<string, EventFactory> {
  named ??= new Map(
    Object.values<EventFactory>(jpmEvents)
      .filter((factory) => !VARIANTS.has(factory))
      .map((factory) => {
        const { family, subType } = factory(() => 0.5, 0);
        return [`${family}.${subType}`, factory] as const;
      }),
  );
  return named;
}

/** Events of sub-types that have a plainer one. */
const VARIANTS: ReadonlySet<EventFactory> = new Set([
  disputeEvents.disputeWithCardInText,
  recurringEvents.paymentNotAppliedUnmasked,
]);
