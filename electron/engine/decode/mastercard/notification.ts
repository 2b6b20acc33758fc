import type { DecodedDetail, Facts } from '../../../../shared/notification.ts';
import { blankFacts } from '../../../../shared/blank-facts.ts';
import { mastercardEvents, type MastercardEvent } from '../../../../shared/catalogue/payments/mastercard.ts';
import type { PaymentEvent } from '../../../../shared/catalogue/payments/payment-event.ts';
import { toInstant } from '../../time/clock.ts';
import { detailsOf } from '../payments/details.ts';
import type { Fields } from '../payments/fields.ts';
import { nameInWords, shown } from '../payments/leaf-view.ts';
import { lenientInstant } from '../ppns/lenient-instant.ts';

/** A notification object, its content yet to be read by subject. */
export interface CardNotification {
  /** `CLEARING` and its like: an open set. `unknown` where none came. */
  readonly subject: string;
  /** The subscriptions that produced it; several where the same event came by more than one. */
  readonly subscriptions: readonly string[];
  readonly idempotencyKey: string | null;
  /** When the notification was made, epoch milliseconds; the event itself may be older. */
  readonly createdAt: number | null;
  readonly content: Fields;
  readonly problems: readonly string[];
}

export function readNotification(fields: Fields): CardNotification {
  const created = fields.text('createdTimestamp');
  const createdAt = created === null ? null : lenientInstant(created);
  const content = fields.object('content');
  return {
    subject: (fields.text('subject') ?? 'unknown').slice(0, LONGEST_SUBJECT),
    subscriptions: fields.texts('subscriptionName'),
    idempotencyKey: fields.text('idempotencyKey'),
    createdAt,
    content,
    problems: [
      ...(created !== null && createdAt === null
        ? [`createdTimestamp is no date: ${created.slice(0, 40)}`]
        : []),
      ...(content.isEmpty ? ['it has no content'] : []),
    ],
  };
}

const LONGEST_SUBJECT = 64;

/** What every subject's facts start from: the event's words from the catalogue, and what stands around the content. */
export function factsFrom(
  notification: CardNotification,
  event: MastercardEvent,
  known: Partial<Omit<Facts, 'details'>> & { readonly details: readonly DecodedDetail[] },
): Facts {
  const { title, meaning, nextStep, attention, outcome }: PaymentEvent = mastercardEvents[event];
  const { subject, createdAt, subscriptions } = notification;
  return {
    ...blankFacts,
    kind: 'payment',
    type: shown(subject) ?? 'unknown',
    title,
    meaning,
    nextStep,
    attention,
    outcome,
    issuedAt: createdAt === null ? null : toInstant(createdAt),
    ...known,
    details: [
      ...known.details,
      ...detailsOf([[subscriptions.length > 1 ? 'Subscriptions' : 'Subscription', subscriptions.join(', ')]]),
    ],
    problems: [...notification.problems, ...(known.problems ?? [])],
  };
}

/** `TOKEN_REQUESTOR` as `token requestor`. */
export const codeInWords = (code: string | null): string | null =>
  code === null ? null : nameInWords(code.toLowerCase());
