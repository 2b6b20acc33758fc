import { lowerFirst, type Members } from './jpm-event.ts';

/** Ways in which a notification is written otherwise than its schema has it. */
export type Irregularity = keyof typeof REWRITES | 'opaque-id';

/** One notification as it is written, rewritten in one way after the other. `family` is the key of its family object. */
export function irregular(item: Members, family: string, irregularities: readonly Irregularity[]): Members {
  return irregularities.reduce<Members>(
    (rewritten, kind) => (kind === 'opaque-id' ? rewritten : REWRITES[kind](rewritten, family)),
    item,
  );
}

export const RESPONSE_FIELDS: Members = {
  responseStatus: 'SUCCESS',
  responseCode: 'ACCEPTED',
  responseMessage: 'The request was taken',
};

type Rewrite = (item: Members, family: string) => Members;

const REWRITES = {
  /** As a sample has it; a leading zero does not outlive this. */
  'numeric-merchant-id': (item) =>
    'merchantId' in item ? { ...item, merchantId: Number(item['merchantId']) } : item,
  'call-back-url': (item) => renamed(item, 'callbackURL', 'callBackUrl'),
  'plan-ID': (item, family) => ({ ...item, ...within(item, family, (value) => renamedBelow(value)) }),
  'tab-in-subscription-id': (item) => rewrittenText(item, 'subscriptionId', withTab),
  'tab-in-notification-id': (item) => rewrittenText(item, 'notificationId', (id) => `${id}\t`),
  'camel-types': (item) => rewrittenText(item, 'notificationType', lowerFirst),
  'camel-sub-types': (item) => rewrittenText(item, 'notificationSubType', lowerFirst),
  'description-in-words': (item) =>
    rewrittenText(item, 'notificationDescription', (text) => text.replace(/([a-z])([A-Z])/g, '$1 $2')),
  /** The answer's own outcome in each item. */
  'response-fields': (item) => ({ ...item, ...RESPONSE_FIELDS }),
  'unknown-family': (item, family) => ({
    ...renamed(item, family, 'tidalNotification'),
    notificationType: 'TidalNotification',
    notificationSubType: 'TideTurned',
  }),
  'missing-content': (item, family) => without(item, family),
  'empty-family': (item, family) => ({ ...item, ...within(item, family, () => ({})) }),
  /** The family's key in another case than its type. */
  'shouted-family': (item, family) => renamed(item, family, family.toUpperCase()),
  /** A key that has nothing to do with the type, holding the only object of the item. */
  'misnamed-family': (item, family) => renamed(item, family, 'eventContent'),
  'no-notification-id': (item) => without(item, 'notificationId'),
  'no-timestamp': (item) => without(item, 'messageCreateTimestamp'),
  /** The same instant with an offset and without milliseconds. */
  'offset-timestamp': (item) =>
    rewrittenText(item, 'messageCreateTimestamp', (text) => `${text.slice(0, 19)}+00:00`),
} as const satisfies Record<string, Rewrite>;

function renamed(item: Members, from: string, to: string): Members {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key === from ? to : key, value]));
}

const without = (item: Members, gone: string): Members =>
  Object.fromEntries(Object.entries(item).filter(([key]) => key !== gone));

function rewrittenText(item: Members, key: string, rewrite: (text: string) => string): Members {
  const value = item[key];
  return typeof value === 'string' ? { ...item, [key]: rewrite(value) } : item;
}

const within = (item: Members, key: string, rewrite: (value: unknown) => unknown): Members =>
  key in item ? { [key]: rewrite(item[key]) } : {};

function renamedBelow(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key === 'planId' ? 'planID' : key, renamedBelow(inner)]),
  );
}

/** Before the last group, as in the published sample. */
const withTab = (id: string): string => id.replace(/-(?=[^-]*$)/, '-\t');
