import type { SourceName } from '../../../shared/accounts/source-name.ts';
import { jsonIn, LISTS, memberOf } from './payloads-in-file.ts';

/**
 * Which source a file came from: HMRC's CDS sends XML, all others JSON, and each of these names the members of a
 * notification in its own way. What is JSON and like none of them is taken for a message of a push-pull box, which
 * may be anything.
 */
export function sourceOfFile(bytes: Uint8Array): SourceName {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, SNIFFED_BYTES)).trimStart();
  if (!/^[[{"]/.test(start)) return 'hmrc-cds';
  const value = jsonIn(bytes);
  // What was cut off is still known by its first notification.
  const members = value === undefined ? namesIn(start) : namesOf(value);
  const has = (names: readonly string[]) => names.every((name) => members.has(name));
  return MARKS.find(({ anyOf }) => anyOf.some(has))?.source ?? 'hmrc-ppns';
}

const SNIFFED_BYTES = 4096;

/** Names that stand together nowhere else, of a notification or of the answer around several. */
const MARKS: readonly { readonly source: SourceName; readonly anyOf: readonly (readonly string[])[] }[] = [
  { source: 'hmrc-ppns', anyOf: [['messageContentType'], ['message', 'notificationId']] },
  {
    source: 'jpm-notifications',
    anyOf: [
      ['notificationResponses'],
      // HMRC's transit messages have a notificationType as well, and no notificationId beside it.
      ['notificationType', 'notificationId'],
      ['notificationSubType'],
      ['messageCreateTimestamp'],
    ],
  },
  {
    source: 'mastercard-cen',
    anyOf: [['subject', 'content'], ['subscriptionName'], ['pushStatus'], ['notifications', 'total']],
  },
];

/** Members of the answer, and of the notifications in it. */
function namesOf(value: unknown): ReadonlySet<string> {
  const lists = [value, ...LISTS.map((name) => memberOf(value, name))].filter(Array.isArray);
  const notifications = lists.flatMap((list) => (list as readonly unknown[]).slice(0, LOOKED_AT));
  return new Set(
    [value, ...notifications].flatMap((one) =>
      typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.keys(one) : [],
    ),
  );
}

/** The first may be odd; the tenth like it is not. */
const LOOKED_AT = 10;

const namesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/"(\w+)"\s*:/g)].flatMap(([, name]) => name ?? []));
