import { arrayElements } from '../../decode/json/array-elements.ts';
import { memberOf, objectOf } from '../../decode/jpm/members.ts';
import { notificationRow, type NotificationRow } from './notification-row.ts';

/** The notifications in the answer to a search; null where it is none. */
export function readSearchAnswer(body: Uint8Array): readonly NotificationRow[] | null {
  const object = objectOf(parsed(textOf(body)));
  if (object === null) return null;
  const list = memberOf(object, LIST);
  if (Array.isArray(list)) {
    // As they were written: numbers keep all their digits.
    const texts = arrayElements(body, LIST).map(textOf);
    const isWhole = texts.length === list.length;
    return (isWhole ? texts : list.map((value) => JSON.stringify(value))).map(notificationRow);
  }
  // A success that leaves the list out says that there is nothing in it.
  const isEmpty = (list === undefined || list === null) && memberOf(object, 'responseStatus') === 'SUCCESS';
  return isEmpty ? [] : null;
}

const LIST = 'notificationResponses';

/** The answer to a call for one notification: by itself or, as in a search, in a list of one. Null for anything else. */
export function readSingleAnswer(body: Uint8Array): NotificationRow | null {
  const text = textOf(body);
  const object = objectOf(parsed(text));
  if (object === null) return null;
  if (Array.isArray(memberOf(object, LIST))) return readSearchAnswer(body)?.[0] ?? null;
  const isNotification = ['notificationId', 'notificationType'].some(
    (name) => memberOf(object, name) !== undefined,
  );
  return isNotification ? notificationRow(text) : null;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
