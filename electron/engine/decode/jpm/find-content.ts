import { idOf, memberOf, objectOf, type JsonObject } from './members.ts';

/** What a notification is about. */
export interface JpmContent {
  /** Such as `disputeNotification`; empty where nothing names one. */
  readonly family: string;
  /** With a capital first letter, such as `DisputeReceived`; empty where nothing names one. */
  readonly subType: string;
  /** What stands in the family beside the sub-type: payments and disputes have their common members there. */
  readonly common: JsonObject;
  /** Null for sub-types without content. */
  readonly content: JsonObject | null;
}

/**
 * Finds the family by the notification's type and, inside it, the sub-type: under its own name, in any spelling, or
 * as the only object there is. What is found in none of these ways is given as a whole.
 */
export function findContent(item: JsonObject): JpmContent {
  const named = idOf(item['notificationType']);
  const familyKey = keyFor(item, named === null ? [] : [named]) ?? onlyObject(item, NOT_FAMILIES);
  const family = named ?? familyKey ?? '';
  const inFamily = objectOf(familyKey === null ? undefined : memberOf(item, familyKey));
  const namedSub = idOf(item['notificationSubType']);
  if (inFamily === null) {
    return {
      family,
      subType: fullName(family, namedSub ?? ''),
      common: without(item, ENVELOPE),
      content: null,
    };
  }
  const stem = (familyKey ?? family).replace(/Notification$/i, '');
  const subKey =
    keyFor(inFamily, namedSub === null ? [] : [namedSub, `${stem}${namedSub}`]) ??
    onlyObject(inFamily, COMMON_OBJECTS);
  return {
    family,
    subType: fullName(family, namedSub ?? subKey ?? ''),
    common: subKey === null ? inFamily : without(inFamily, new Set([subKey])),
    content: subKey === null ? null : objectOf(memberOf(inFamily, subKey)),
  };
}

/** The key of an object under one of these names: with a small first letter, or spelt in any way. */
function keyFor(holder: JsonObject, names: readonly string[]): string | null {
  const keys = Object.keys(holder).filter((key) => objectOf(holder[key]) !== null);
  for (const name of names) {
    const exact = name.charAt(0).toLowerCase() + name.slice(1);
    if (keys.includes(exact)) return exact;
    const alike = keys.find((key) => key.toLowerCase() === name.toLowerCase());
    if (alike !== undefined) return alike;
  }
  return null;
}

function onlyObject(holder: JsonObject, others: ReadonlySet<string>): string | null {
  const keys = Object.keys(holder).filter((key) => objectOf(holder[key]) !== null && !others.has(key));
  return keys.length === 1 ? (keys[0] ?? null) : null;
}

const without = (object: JsonObject, names: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.has(name)));

/** Some sub-types say nothing without their family: `Received` of a dispute, `Created` of a customer's profile. */
function fullName(family: string, subType: string): string {
  const name = subType.charAt(0).toUpperCase() + subType.slice(1);
  if (!BARE.has(name)) return name;
  const stem = family.replace(/Notification$/i, '');
  return `${stem.charAt(0).toUpperCase()}${stem.slice(1)}${name}`;
}

const BARE: ReadonlySet<string> = new Set(['Received', 'Closed', 'Response', 'Created']);

/** What describes the notification rather than what it tells; both spellings of the address occur. */
export const ENVELOPE: ReadonlySet<string> = new Set([
  'notificationId',
  'merchantId',
  'platformId',
  'clientId',
  'notificationType',
  'notificationSubType',
  'notificationDescription',
  'messageCreateTimestamp',
  'subscriptionId',
  'callbackURL',
  'callBackUrl',
  'callbackUrl',
  'responseStatus',
  'responseCode',
  'responseMessage',
]);

const NOT_FAMILIES = ENVELOPE;

/** Objects that stand beside the sub-type. */
const COMMON_OBJECTS: ReadonlySet<string> = new Set(['disputeAmount', 'merchantAddress', 'paymentAmount']);
