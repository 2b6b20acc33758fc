import { uuidFrom } from '../cds/chance.ts';
import { jsonAnswer } from './answers.ts';
import type { JpmAnswer, JpmRequest } from './contract.ts';
import { subscriptionKey } from './families.ts';
import type { JpmEvent, Members } from './jpm-event.ts';

export interface JpmSubscription {
  readonly subscriptionId: string;
  readonly entityId: string;
  /** Subscription keys of families with their sub-types, `All` for each of them. */
  readonly notifications: Readonly<Record<string, readonly string[]>>;
  readonly channel: 'WEBHOOK' | 'EMAIL' | 'IN-APP-COMMERCE-CENTER' | 'SMS';
  /** Of a webhook. */
  readonly callbackUrl: string | null;
  /** Of an e-mail or text message. */
  readonly recipient: Members | null;
  readonly category: 'DEFAULT' | 'MANDATORY';
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** The schema and an example spell the member of the creation's instant in two ways. */
  readonly timestampKey: 'subscriptionCreateTimestamp' | 'subscriptionCreatedTimestamp';
  status: 'PENDING_VERIFICATION' | 'ACTIVATED' | 'FAILED_VERIFICATION';
}

export type NewSubscription = Partial<Omit<JpmSubscription, 'entityId'>>;

/** An active webhook for payments, unless said otherwise. */
export function madeUpSubscription(
  random: () => number,
  entityId: string,
  now: number,
  subscription: NewSubscription = {},
): JpmSubscription {
  const channel = subscription.channel ?? 'WEBHOOK';
  return {
    subscriptionId: uuidFrom(random),
    entityId,
    notifications: { paymentUpdateNotification: ['All'] },
    channel,
    callbackUrl: channel === 'WEBHOOK' ? 'https://hooks.harbour.example/jpm/inbound?tenant=quay-7' : null,
    recipient: channel === 'EMAIL' ? { emailAddress: 'ledger@harbour.example', firstName: 'Ida' } : null,
    category: 'DEFAULT',
    createdAt: now,
    timestampKey: 'subscriptionCreateTimestamp',
    status: 'ACTIVATED',
    ...subscription,
  };
}

/** Whether an event goes out by a subscription. */
export function covers({ notifications, status }: JpmSubscription, { family, subType }: JpmEvent): boolean {
  const wanted = notifications[subscriptionKey(family)] ?? [];
  return status === 'ACTIVATED' && (wanted.includes('All') || wanted.includes(subType));
}

/** The answer to `GET /subscriptions`. Its filters are headers, and there is no way to ask for a second page. */
export function subscriptionsAnswer(
  subscriptions: readonly JpmSubscription[],
  { headers }: Pick<JpmRequest, 'headers'>,
  listsStatus: boolean,
): JpmAnswer {
  const isWanted = (header: string, value: string | undefined) =>
    headers[header] === undefined || headers[header] === value;
  const found = subscriptions.filter(
    ({ notifications, channel, category, recipient }) =>
      isWanted('subscription-channel', channel) &&
      isWanted('subscription-category', category) &&
      isWanted('email-address', recipient?.['emailAddress'] as string | undefined) &&
      (headers['notification-type'] === undefined || headers['notification-type'] in notifications),
  );
  return jsonAnswer(200, {
    pageInfo: { pageNumber: '1', recordPerPage: found.length, totalRecord: found.length },
    subscriptionGetResponses: found.map((subscription) => rendered(subscription, listsStatus)),
  });
}

function rendered(subscription: JpmSubscription, listsStatus: boolean): Members {
  const { subscriptionId, notifications, channel, callbackUrl, recipient, category } = subscription;
  return {
    subscriptionId,
    notifications,
    subscriptionChannel: channel,
    subscriptionChannels: [channel],
    subscriptionCategory: category,
    ...(callbackUrl === null ? {} : { callbackURL: callbackUrl }),
    ...(recipient === null ? {} : { recipientDetails: recipient }),
    [subscription.timestampKey]: new Date(subscription.createdAt).toISOString(),
    ...(listsStatus ? { subscriptionStatus: subscription.status } : {}),
  };
}
