import type { SourceName } from '../../../shared/accounts/source-name.ts';
import { isCdsContent } from '../decode/cds/is-cds-content.ts';
import { isPpnsContent } from '../decode/ppns/is-ppns-content.ts';
import { jsonIn, LISTS, memberOf } from './payloads-in-file.ts';

/**
 * Which source a file came from, told by its bytes; null where they have the form of nothing that one of ours sends. XML is
 * of CDS or of a push-pull box by its documents, JSON of a box by its messages, else of a payment source by the names of
 * its members.
 */
export function sourceOfFile(bytes: Uint8Array): SourceName | null {
  const start = new TextDecoder().decode(bytes.subarray(0, SNIFFED_BYTES)).trimStart();
  const isJson = /^[[{"]/.test(start);
  if (isPpnsContent(bytes)) return 'hmrc-ppns';
  if (!isJson) return isCdsContent(bytes) ? 'hmrc-cds' : null;
  const value = jsonIn(bytes);
  // What was cut off is still known by its first notification.
  const members = value === undefined ? namesIn(start) : namesOf(value);
  const has = (names: readonly string[]) => names.every((name) => members.has(name));
  return MARKS.find(({ anyOf }) => anyOf.some(has))?.source ?? null;
}

const SNIFFED_BYTES = 4096;

/** Names that stand together nowhere else, of a notification or of the answer around several. */
const MARKS: readonly { readonly source: SourceName; readonly anyOf: readonly (readonly string[])[] }[] = [
  {
    source: 'hmrc-ppns',
    anyOf: [
      ['messageContentType'],
      ['message', 'notificationId'],
      ['boxId', 'notificationId'],
      // A transit or excise notification that was cut off.
      ['messageUri', 'messageId'],
      ['messageId', 'ern', 'consignor'],
      ['gmrId'],
    ],
  },
  {
    source: 'jpm-notifications',
    anyOf: [
      ['notificationResponses'],
      ['notificationType', 'notificationId', 'messageCreateTimestamp'],
      ['notificationType', 'notificationSubType'],
    ],
  },
  {
    source: 'mastercard-cen',
    anyOf: [
      ['subscriptionName'],
      ['pushStatus'],
      ['subject', 'content', 'createdTimestamp'],
      ['notifications', 'total', 'offset'],
    ],
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
