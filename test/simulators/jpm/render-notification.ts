import { irregular, RESPONSE_FIELDS, type Irregularity } from './irregularities.ts';
import { lowerFirst, upperFirst, type JpmEvent, type Members } from './jpm-event.ts';
import type { JpmRow } from './notification-shelf.ts';

/** One element of a search's answer. The delivery status is not in it: only the search that found it tells. */
export function renderNotification(row: JpmRow, everywhere: readonly Irregularity[]): Members {
  const { event } = row;
  const item = {
    notificationId: row.id,
    [ENTITY_KEYS[row.entityType]]: row.entityId,
    notificationType: upperFirst(event.family),
    notificationSubType: event.subType,
    notificationDescription: event.subType,
    messageCreateTimestamp: new Date(row.createdAt).toISOString(),
    subscriptionId: row.subscriptionId,
    ...(row.callbackUrl === null ? {} : { callbackURL: row.callbackUrl }),
    ...familyOf(event),
  };
  return { ...irregular(item, event.family, [...everywhere, ...row.irregularities]), ...row.overrides };
}

/** The same as the answer to a call for this one. */
export const renderSingle = (row: JpmRow, everywhere: readonly Irregularity[]): Members => ({
  ...renderNotification(row, everywhere),
  ...RESPONSE_FIELDS,
});

/** Notifications have no member for the other kinds of entity: those of theirs name a client. */
const ENTITY_KEYS = {
  MERCHANT: 'merchantId',
  PLATFORM: 'platformId',
  EMBEDDED_PLATFORM: 'platformId',
  CLIENT: 'clientId',
  ACCOUNT: 'clientId',
  CONSUMER: 'clientId',
} as const satisfies Record<JpmRow['entityType'], string>;

function familyOf({ family, subType, contentKey, common, content }: JpmEvent): Members {
  if (content === null && common === undefined) return {};
  const inner = content === null ? {} : { [contentKey ?? keyOf(subType)]: content };
  return { [family]: { ...common, ...inner } };
}

/** `PaymentApproved` stands under `paymentApproved`, `QRCodePaid` under `qrCodePaid`. */
const keyOf = (subType: string): string =>
  /^[A-Z]{2,}(?=[A-Z][a-z])/.test(subType)
    ? subType.replace(/^[A-Z]+(?=[A-Z][a-z])/, (capitals) => capitals.toLowerCase())
    : lowerFirst(subType);
